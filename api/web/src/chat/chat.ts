import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import "../answer/answer.js";
import { define, FootnoteElement } from "../element.js";
import { ASK, type AskDetail } from "../events.js";
import { icons } from "../icons.js";
import { ServiceError, wasCancelled } from "../service.js";
import { chatStyles } from "../styles/chat.js";
import { controls, theme } from "../styles/theme.js";
import type { AskReply, AskRequest } from "../types.js";
import { historyOf, loadConversation, saveConversation, type Turn } from "./conversation.js";

/** A reply that comes sooner than this is shown without a loading state before it. */
const PATIENCE_MS = 150;

/** The question that waits for its reply, or that got none. */
interface Pending {
  question: string;
  verbatim: boolean;
  slow: boolean;
  error: ServiceError | null;
}

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

  @state() private turns: Turn[] = [];
  @state() private pending: Pending | null = null;
  @state() private opened = false;

  @query("textarea") private input!: HTMLTextAreaElement;
  @query(".panel") private panel!: HTMLElement | null;
  @query(".launcher") private launcher!: HTMLElement | null;

  #key = "";
  #request: AbortController | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    const place = this.name || String([...document.querySelectorAll("footnote-chat")].indexOf(this));
    this.#key = `footnote-chat:${this.service.base}:${place}`;
    ({ turns: this.turns, open: this.opened } = loadConversation(this.#key));
    this.addEventListener(ASK, this.#onAsk);
    window.addEventListener("online", this.#onOnline);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#request?.abort();
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
        ${this.turns.length || this.pending
          ? html`<button class="quiet" type="button" @click=${this.#clear}>${strings.clearChat}</button>`
          : nothing}
        ${this.#floating
          ? html`<button class="quiet" type="button" aria-label=${strings.closeChat} @click=${this.#close}>
              ${icons.close}
            </button>`
          : nothing}
      </div>
      <div class="log" role="region" tabindex="0" aria-label=${strings.conversation}>
        ${this.turns.length || this.pending ? nothing : this.#welcome()}
        <ol>
          ${this.turns.map((turn, n) => this.#turn(turn, n))} ${this.pending ? this.#pendingTurn(this.pending) : nothing}
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

  #turn(turn: Turn, n: number): TemplateResult {
    return html`<li>
      ${this.#question(turn.question)}
      <footnote-answer
        .reply=${turn.reply}
        .service=${this.service}
        .strings=${this.strings}
        .language=${this.language}
        .articleUrl=${this.articleUrl}
        .searchHref=${this.searchPage(turn.question)}
        .offerQuestions=${n === this.turns.length - 1 && !this.pending}
      ></footnote-answer>
    </li>`;
  }

  #pendingTurn(pending: Pending): TemplateResult {
    return html`<li>
      ${this.#question(pending.question)}
      ${pending.error ? this.#trouble(pending.error) : pending.slow ? this.#loading() : nothing}
    </li>`;
  }

  #question(question: string): TemplateResult {
    return html`<p class="question" dir="auto"><span class="hidden-text">${this.strings.youAsked}: </span>${question}</p>`;
  }

  #loading(): TemplateResult {
    return html`<p class="loading"><span class="bar" aria-hidden="true"></span>${this.strings.searching}</p>`;
  }

  #trouble(error: ServiceError): TemplateResult {
    return html`<div class="trouble">
      <p>${this.#troubleWords(error)}</p>
      <button class="chip" type="button" @click=${this.#retry}>${this.strings.retry}</button>
    </div>`;
  }

  #troubleWords(error: ServiceError): string {
    const words = this.strings.trouble[error.trouble];
    return error.retryAfterS === null ? words : `${words} ${this.strings.retryIn(error.retryAfterS)}`;
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
  async ask(question: string, verbatim = false): Promise<void> {
    const text = question.trim();
    if (!text) return;
    this.#request?.abort();
    this.#request = new AbortController();
    const pending: Pending = { question: text, verbatim, slow: false, error: null };
    this.pending = pending;
    this.#scrollToNewest();
    const patience = setTimeout(() => this.#update(pending, { slow: true }), PATIENCE_MS);
    try {
      this.#settle(pending, await this.service.ask(this.#askRequest(text, verbatim), this.#request.signal));
    } catch (error) {
      if (wasCancelled(error)) return;
      if (!(error instanceof ServiceError)) throw error;
      this.#update(pending, { error });
      this.announce(this.#troubleWords(error));
    } finally {
      clearTimeout(patience);
    }
  }

  #askRequest(question: string, verbatim: boolean): AskRequest {
    return {
      question,
      history: verbatim ? [] : historyOf(this.turns),
      ...(this.articleId && { article_id: this.articleId }),
      ...(verbatim && { verbatim }),
    };
  }

  #settle(pending: Pending, reply: AskReply): void {
    this.turns = [...this.turns, { question: pending.question, verbatim: pending.verbatim, reply }];
    this.pending = null;
    this.#save();
    this.announce(this.#spoken(reply));
    this.#scrollToNewest();
  }

  /** What a screen reader says of a reply, once. */
  #spoken(reply: AskReply): string {
    const { strings } = this;
    if (reply.status === "not_found") return `${strings.notFound} ${strings.why[reply.reason] ?? ""}`;
    return reply.articles
      .map(({ title, quotes }) => strings.announceAnswer(title, quotes.map(({ text }) => text).join(" ")))
      .join(" ");
  }

  #update(pending: Pending, change: Partial<Pending>): void {
    Object.assign(pending, change);
    this.requestUpdate();
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
    this.#request?.abort();
    this.turns = [];
    this.pending = null;
    this.#save();
    this.announce(this.strings.clearedChat);
    this.input.focus();
  };

  #retry = (): void => {
    if (!this.pending) return;
    void this.ask(this.pending.question, this.pending.verbatim);
    this.input.focus();
  };

  #save(): void {
    saveConversation(this.#key, { turns: this.turns, open: this.opened });
  }

  #onAsk = (event: Event): void => {
    const { question, verbatim } = (event as CustomEvent<AskDetail>).detail;
    void this.ask(question, verbatim);
    this.input.focus({ preventScroll: true });
  };

  #onOnline = (): void => {
    if (this.pending?.error?.trouble === "offline") this.#retry();
  };

  #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const question = this.input.value;
    if (!question.trim()) return;
    this.input.value = "";
    void this.ask(question);
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
