import { html, LitElement, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { define } from "../element.js";
import { ASK, emit, SEARCH, type AskDetail, type SearchDetail } from "../events.js";
import { icons } from "../icons.js";
import { Links } from "../links.js";
import type { Service } from "../service.js";
import type { Strings } from "../strings/index.js";
import { answerStyles } from "../styles/answer.js";
import { controls } from "../styles/theme.js";
import type { Answered, ArticleReference, AskReply, NotFound, Quote } from "../types.js";
import { articleLine } from "./article-line.js";
import { answerAsText, copyText } from "./copy.js";
import "./feedback.js";
import { quoteBlock } from "./quote.js";

/** One reply, shown: quotes grouped by article, or the refusal with what is near. Used by the chat and the search. */
export class FootnoteAnswer extends LitElement {
  static override styles = [controls, answerStyles];

  @property({ attribute: false }) reply!: AskReply;
  @property({ attribute: false }) service!: Service;
  @property({ attribute: false }) strings!: Strings;
  @property({ attribute: false }) language = "en";
  @property({ attribute: false }) articleUrl = "";
  /** Where "search the archive instead" leads. */
  @property({ attribute: false }) searchHref = "";
  /** Whether further questions are offered: in a conversation, and there only under the newest answer. */
  @property({ attribute: false }) offerQuestions = false;

  @state() private open: { quote: Quote; number: number } | null = null;
  @state() private copied: boolean | null = null;

  override render(): TemplateResult {
    const { reply } = this;
    return html`
      ${this.#interpretation()} ${reply.status === "answered" ? this.#answered(reply) : this.#notFound(reply)}
      ${this.offerQuestions && reply.suggestions?.length ? this.#suggestions(reply.suggestions) : nothing}
    `;
  }

  #interpretation(): TemplateResult | typeof nothing {
    const { question, interpreted_as } = this.reply;
    if (!interpreted_as || sameWords(question, interpreted_as)) return nothing;
    return html`
      <p class="interpretation">
        ${this.strings.understoodAs} <q dir="auto">${interpreted_as}</q>
        <span aria-hidden="true">·</span>
        <button type="button" class="textual" @click=${() => this.#ask(question, true)}>
          ${this.strings.askVerbatim}
        </button>
      </p>
    `;
  }

  #answered(answer: Answered): TemplateResult {
    const { strings, language } = this;
    const links = this.#links;
    const view = { links, strings, language, open: this.open, toggle: this.#toggle };
    return html`
      <p class="label">${answer.articles.length === 1 ? strings.articleSays : strings.articlesSay}</p>
      ${answer.articles.map(
        (article, a) => html`
          <article aria-label=${article.title} @keydown=${this.#onKeydown}>
            ${articleLine(article, links, strings, language)}
            ${article.quotes.map((quote, q) => quoteBlock(article, quote, `quote-${a}-${q}`, view))}
            ${article.also?.length ? this.#also(article.also) : nothing}
          </article>
        `,
      )}
      <div class="actions">
        <button type="button" class="quiet" @click=${() => this.#copy(answer)}>${icons.copy}${strings.copy}</button>
        <span class="copied" role="status">
          ${this.copied === null ? "" : this.copied ? strings.copied : strings.copyFailed}
        </span>
        <footnote-feedback
          .service=${this.service}
          .strings=${strings}
          .answerId=${answer.answer_id}
          .question=${answer.question}
        ></footnote-feedback>
      </div>
    `;
  }

  #also(articles: ArticleReference[]): TemplateResult {
    return html`
      <p class="label">${this.strings.alsoChecked}</p>
      <ul class="nearest">
        ${articles.map((article) => html`<li>${articleLine(article, this.#links, this.strings, this.language)}</li>`)}
      </ul>
    `;
  }

  #notFound(refusal: NotFound): TemplateResult {
    const { strings, language } = this;
    const nearest = refusal.nearest ?? [];
    return html`
      <div class="refusal">
        <p class="verdictless">${strings.notFound}</p>
        <p>${strings.why[refusal.reason] ?? ""}</p>
      </div>
      ${nearest.length
        ? html`
            <p class="label">${strings.nearest}</p>
            <ul class="nearest">
              ${nearest.map((article) => html`<li>${articleLine(article, this.#links, strings, language)}</li>`)}
            </ul>
          `
        : nothing}
      ${this.searchHref
        ? html`<p><a href=${this.searchHref} @click=${this.#search}>${strings.searchInstead}</a></p>`
        : nothing}
      <footnote-feedback
        .service=${this.service}
        .strings=${strings}
        .answerId=${refusal.answer_id}
        .question=${refusal.question}
      ></footnote-feedback>
    `;
  }

  #suggestions(questions: string[]): TemplateResult {
    return html`
      <p class="label" id="next">${this.strings.askNext}</p>
      <ul class="chips" aria-labelledby="next">
        ${questions.map(
          (question) => html`
            <li><button type="button" class="chip" @click=${() => this.#ask(question, false)}>${question}</button></li>
          `,
        )}
      </ul>
    `;
  }

  get #links(): Links {
    return new Links(this.service, this.articleUrl);
  }

  #toggle = (quote: Quote, number: number): void => {
    const closing = this.open?.quote === quote && this.open.number === number;
    this.open = closing ? null : { quote, number };
    if (closing) this.#focusNumber(quote, number);
    else void this.updateComplete.then(() => this.renderRoot.querySelector(".card")?.scrollIntoView({ block: "nearest" }));
  };

  #onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || !this.open) return;
    event.stopPropagation(); // the panel around it stays open
    this.#toggle(this.open.quote, this.open.number);
  };

  #focusNumber(quote: Quote, number: number): void {
    if (this.reply.status !== "answered") return;
    this.reply.articles.forEach((article, a) =>
      article.quotes.forEach((each, q) => {
        if (each === quote) this.renderRoot.querySelector<HTMLElement>(`#quote-${a}-${q}-${number}`)?.focus();
      }),
    );
  }

  #ask(question: string, verbatim: boolean): void {
    emit<AskDetail>(this, ASK, { question, verbatim });
  }

  #search = (event: Event): void => {
    if (!emit<SearchDetail>(this, SEARCH, { query: this.reply.question })) event.preventDefault();
  };

  async #copy(answer: Answered): Promise<void> {
    this.copied = await copyText(answerAsText(answer, this.#links, this.strings, this.language));
  }
}

function sameWords(one: string, other: string): boolean {
  const bare = (words: string): string => words.toLowerCase().replace(/[\s?.!"“”']+/g, " ").trim();
  return bare(one) === bare(other);
}

define("footnote-answer", FootnoteAnswer);
