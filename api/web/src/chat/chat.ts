import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import "../answer/answer.js";
import { define, FootnoteElement } from "../element.js";
import { ASK, type AskDetail } from "../events.js";
import { icons } from "../icons.js";
import { chatStyles } from "../styles/chat.js";
import { controls, theme } from "../styles/theme.js";
import { troubleBox, troubleWords } from "../trouble.js";
import type { AskReply } from "../types.js";
import { Asking, type Pending } from "./asking.js";
import { loadConversation, saveConversation, type Turn } from "./conversation.js";

/**
 * `<footnote-chat>`: questions and follow-ups, answered with quotes.
 *
 * `mode="launcher"` (the default) is a button in the corner that opens a panel; `mode="inline"` is the panel itself, in
 * the place of the element.
 */
export class FootnoteChat extends FootnoteElement {
  static override styles = [theme, controls, chatStyles];

  @property({ reflect: true }) mode = "launcher";
  /** The article of the page the chat stands on: it is asked about first. */
  @property({ attribute: "article-id" }) articleId = "";
  /** Questions to start with, separated by `|`. */
  @property() examples = "";
  @property() heading = "";
  /** Chats of one name share a conversation over the pages of a tab. */
  @property() name = "";

  @state() private opened = false;

  @query("textarea") private input!: HTMLTextAreaElement;
  @query(".panel") private panel!: HTMLElement | null;
  @query(".launcher") private launcher!: HTMLElement | null;

  #key = "";
  #asking = new Asking(this, () => this.service, {
    onAsked: () => this.#scrollToNewest(),
    onReply: ({ reply }) => {
      this.#save();
      this.announce(this.#spoken(reply));
      this.#scrollToNewest();
    },
    onTrouble: (error) => this.announce(troubleWords(error, this.strings)),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#load();
    this.addEventListener(ASK, this.#onAsk);
    window.addEventListener("online", this.#onOnline);
    if (this.hasUpdated) this.#raise(); // an element that is moved leaves the top layer
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener(ASK, this.#onAsk);
    window.removeEventListener("online", this.#onOnline);
  }

  override firstUpdated(): void {
    this.#scrollToNewest();
  }

  override updated(changed: PropertyValues): void {
    if (changed.has("mode") || changed.has("opened")) this.#raise();
  }

  override render(): TemplateResult {
    return html`<div class="root" lang=${this.language}>
      ${this.#floating && !this.opened ? this.#launcherButton() : this.#panelBody()}
      ${this.liveRegion()}
    </div>`;
  }

  get #floating(): boolean {
    return this.mode !== "inline";
  }

  #launcherButton(): TemplateResult {
    return html`<button
      class="launcher"
      popover="manual"
      type="button"
      aria-haspopup="dialog"
      @click=${this.#open}
    >
      ${icons.ask}<span>${this.strings.openChat}</span>
    </button>`;
  }

  #panelBody(): TemplateResult {
    const { strings } = this;
    const { turns, pending } = this.#asking;
    const heading = this.heading || strings.askTheArchive;
    return html`<section
      class="panel"
      popover=${this.#floating ? "manual" : nothing}
      role=${this.#floating ? "dialog" : "region"}
      aria-label=${heading}
      @keydown=${this.#onPanelKeydown}
    >
      <div class="title">
        <h2>${heading}</h2>
        ${turns.length || pending
          ? html`<button class="quiet" type="button" @click=${this.#clear}>${strings.clearChat}</button>`
          : nothing}
        ${this.#floating
          ? html`<button class="quiet" type="button" aria-label=${strings.closeChat} @click=${this.#close}>
              ${icons.close}
            </button>`
          : nothing}
      </div>
      <div class="log" role="region" tabindex="0" aria-label=${strings.conversation}>
        ${turns.length || pending ? nothing : this.#welcome()}
        <ol>
          ${turns.map((turn, n) => this.#turn(turn, !pending && n === turns.length - 1))}
          ${pending ? this.#pendingTurn(pending) : nothing}
        </ol>
      </div>
      ${this.#form()}
    </section>`;
  }

  #welcome(): TemplateResult {
    const examples = this.examples.split("|").flatMap((example) => example.trim() || []);
    return html`<div class="welcome">
      <p>${this.strings.intro}</p>
      ${examples.length
        ? html`<p class="label" id="try">${this.strings.tryAsking}</p>
            <ul class="chips" aria-labelledby="try">
              ${examples.map(
                (example) =>
                  html`<li>
                    <button class="chip" type="button" @click=${() => this.ask(example)}>${example}</button>
                  </li>`,
              )}
            </ul>`
        : nothing}
    </div>`;
  }

  #turn(turn: Turn, isNewest: boolean): TemplateResult {
    return html`<li>
      ${this.#question(turn.question)}
      <footnote-answer
        .reply=${turn.reply}
        .service=${this.service}
        .strings=${this.strings}
        .language=${this.language}
        .articleUrl=${this.articleUrl}
        .searchHref=${this.searchPage(turn.question)}
        .offerQuestions=${isNewest}
      ></footnote-answer>
    </li>`;
  }

  #pendingTurn(pending: Pending): TemplateResult {
    return html`<li>
      ${this.#question(pending.question)}
      ${pending.error
        ? troubleBox(pending.error, this.strings, this.#retry)
        : pending.slow
          ? this.#loading()
          : nothing}
    </li>`;
  }

  #question(question: string): TemplateResult {
    return html`<p class="question" dir="auto"><span class="hidden-text">${this.strings.youAsked}: </span>${question}</p>`;
  }

  #loading(): TemplateResult {
    return html`<p class="loading"><span class="bar" aria-hidden="true"></span>${this.strings.searching}</p>`;
  }

  #form(): TemplateResult {
    const { strings } = this;
    return html`<form class="composer" @submit=${this.#onSubmit}>
      <label class="hidden-text" for="question">${strings.yourQuestion}</label>
      <textarea
        id="question"
        rows="1"
        maxlength="2000"
        enterkeyhint="send"
        autocomplete="off"
        placeholder=${strings.placeholderAsk}
        @keydown=${this.#onInputKeydown}
      ></textarea>
      <button class="primary" type="submit">${strings.send}</button>
    </form>`;
  }

  /** Ask a question, as if it had been typed. */
  ask(question: string, verbatim = false): void {
    const text = question.trim();
    if (text) void this.#asking.ask(text, verbatim);
  }

  /** What a screen reader says of a reply, once. */
  #spoken(reply: AskReply): string {
    const { strings } = this;
    if (reply.status === "not_found") return `${strings.notFound} ${strings.why[reply.reason] ?? ""}`;
    return reply.articles
      .map(({ title, quotes }) => strings.announceAnswer(title, quotes.map(({ text }) => text).join(" ")))
      .join(" ");
  }

  #open = (): void => {
    this.opened = true;
    this.#save();
    void this.updateComplete.then(() => this.input.focus());
  };

  #close = (): void => {
    this.opened = false;
    this.#save();
    void this.updateComplete.then(() => this.launcher?.focus());
  };

  #clear = (): void => {
    this.#asking.clear();
    this.#save();
    this.announce(this.strings.clearedChat);
    this.input.focus();
  };

  #retry = (): void => {
    this.#asking.retry();
    this.input.focus();
  };

  /** Take up the conversation of this tab; once, since an element that is moved has it already. */
  #load(): void {
    if (this.#key) return;
    const place = this.name || String([...document.querySelectorAll("footnote-chat")].indexOf(this));
    this.#key = `footnote-chat:${this.service.base}:${place}`;
    ({ turns: this.#asking.turns, open: this.opened } = loadConversation(this.#key));
  }

  #save(): void {
    saveConversation(this.#key, { turns: this.#asking.turns, open: this.opened });
  }

  #onAsk = (event: Event): void => {
    const { question, verbatim } = (event as CustomEvent<AskDetail>).detail;
    this.ask(question, verbatim);
    this.input.focus({ preventScroll: true });
  };

  #onOnline = (): void => {
    if (this.#asking.pending?.error?.trouble === "offline") this.#asking.retry();
  };

  #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const question = this.input.value;
    if (!question.trim()) return;
    this.input.value = "";
    this.ask(question);
  };

  #onInputKeydown = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.input.form?.requestSubmit();
  };

  #onPanelKeydown = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && this.#floating) this.#close();
  };

  /** Put the launcher and its panel above everything of the page, whatever stacking or clipping it sets up. */
  #raise(): void {
    if (!this.#floating) return;
    const shown = this.opened ? this.panel : this.launcher;
    if (shown && !shown.matches(":popover-open")) shown.showPopover();
  }

  #scrollToNewest(): void {
    void this.updateComplete.then(() => {
      const newest = this.renderRoot.querySelector(".log > ol > li:last-of-type");
      const log = newest?.closest<HTMLElement>(".log");
      if (log && newest) log.scrollTop += newest.getBoundingClientRect().top - log.getBoundingClientRect().top - 12;
    });
  }
}

define("footnote-chat", FootnoteChat);
