import { html, nothing, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import "../answer/answer.js";
import { define, FootnoteElement } from "../element.js";
import { ASK, SEARCH, type AskDetail, type SearchDetail } from "../events.js";
import { icons } from "../icons.js";
import { Links } from "../links.js";
import { ServiceError, wasCancelled } from "../service.js";
import { searchStyles } from "../styles/search.js";
import { controls, theme } from "../styles/theme.js";
import type { Answered, SearchReply } from "../types.js";
import { forgetSearches, recentSearches, rememberSearch } from "./recent.js";
import { resultList } from "./results.js";
import { firstShownBox, forgetShortcuts, listenForShortcuts, slashIsOn, turnSlash } from "./shortcuts.js";

/** Typing rests this long before suggestions are fetched; a loading state shows only after the longer time. */
const DEBOUNCE_MS = 120;
const PATIENCE_MS = 150;
const PAGE = 8;

/** From so many words on, a query is asked as a question too, even if it does not end in a question mark. */
const QUESTION_WORDS = 4;

/**
 * `<footnote-search>`: a search box with suggestions, and its results.
 *
 * `mode="inline"` (the default) shows them under the box; `mode="page"` goes to the page with all results.
 */
export class FootnoteSearch extends FootnoteElement {
  static override styles = [theme, controls, searchStyles];

  @property() mode = "inline";
  /** Words the box starts with. */
  @property() value = "";

  @state() private options: string[] = [];
  @state() private showsRecent = false;
  @state() private expanded = false;
  @state() private active = -1;
  @state() private found: SearchReply | null = null;
  @state() private answer: Answered | null = null;
  @state() private slow = false;
  @state() private error: ServiceError | null = null;

  @query("input") private input!: HTMLInputElement;

  #typing: ReturnType<typeof setTimeout> | undefined;
  #suggesting = new AbortController();
  #searching = new AbortController();
  #asked = "";

  override connectedCallback(): void {
    super.connectedCallback();
    listenForShortcuts(this);
    document.addEventListener(SEARCH, this.#onSearchElsewhere);
    this.addEventListener(ASK, this.#onAsk);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    forgetShortcuts(this);
    document.removeEventListener(SEARCH, this.#onSearchElsewhere);
    this.removeEventListener(ASK, this.#onAsk);
    this.#suggesting.abort();
    this.#searching.abort();
  }

  focusInput(): void {
    this.input.focus();
    this.input.select();
  }

  override render(): TemplateResult {
    return html`<div class="root" lang=${this.language}>
      ${this.#box()} ${this.#outcome()}
      ${this.liveRegion()}
    </div>`;
  }

  #box(): TemplateResult {
    const { strings } = this;
    const open = this.expanded && this.options.length > 0;
    return html`<form
      role="search"
      aria-label=${strings.searchTheArchive}
      @submit=${this.#onSubmit}
      @focusout=${this.#onFocusOut}
    >
      <div class="field">
        ${icons.search}
        <input
          type="text"
          inputmode="search"
          enterkeyhint="search"
          role="combobox"
          maxlength="500"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          aria-label=${strings.searchTheArchive}
          aria-autocomplete="list"
          aria-expanded=${open}
          aria-controls="options"
          aria-activedescendant=${open && this.active >= 0 ? `option-${this.active}` : nothing}
          placeholder=${strings.placeholderSearch}
          .defaultValue=${this.value}
          @input=${this.#onInput}
          @focus=${this.#onFocus}
          @keydown=${this.#onKeydown}
        />
        ${slashIsOn() ? html`<kbd aria-hidden="true">/</kbd>` : nothing}
        <button class="primary" type="submit">${strings.search}</button>
      </div>
      <div class="popup" ?hidden=${!open}>
        <p class="label" id="options-label">${this.showsRecent ? strings.recent : strings.suggestions}</p>
        <ul role="listbox" id="options" aria-labelledby="options-label">
          ${this.options.map((option, n) => this.#option(option, n))}
        </ul>
        <p class="settings">
          ${this.showsRecent
            ? html`<button class="quiet" type="button" @click=${this.#forget}>${strings.clearRecent}</button>`
            : nothing}
          <button class="quiet" type="button" @click=${this.#toggleSlash}>
            ${slashIsOn() ? strings.slashOff : strings.slashOn}
          </button>
        </p>
      </div>
    </form>`;
  }

  #option(option: string, n: number): TemplateResult {
    return html`<li
      role="option"
      id="option-${n}"
      aria-selected=${n === this.active}
      dir="auto"
      @mousedown=${(event: Event) => event.preventDefault()}
      @click=${() => this.searchFor(option)}
    >
      ${this.showsRecent ? icons.clock : icons.search}<span>${option}</span>
    </li>`;
  }

  #outcome(): TemplateResult | typeof nothing {
    const { strings, language, found } = this;
    if (this.error) {
      return html`<div class="outcome">
        <p>${strings.trouble[this.error.trouble]}</p>
        <button class="chip" type="button" @click=${() => this.searchFor(this.#asked)}>${strings.retry}</button>
      </div>`;
    }
    if (!found) return this.slow ? html`<p class="outcome count">${strings.searching}</p>` : nothing;
    return html`<section class="outcome" aria-labelledby="results">
      <h2 class="hidden-text" id="results">${strings.results}</h2>
      <button class="quiet dismiss" type="button" aria-label=${strings.clearSearch} @click=${this.#dismiss}>
        ${icons.close}
      </button>
      ${this.answer
        ? html`<footnote-answer
            .reply=${this.answer}
            .service=${this.service}
            .strings=${strings}
            .language=${language}
            .articleUrl=${this.articleUrl}
          ></footnote-answer>`
        : nothing}
      ${resultList(found, new Links(this.service, this.articleUrl), strings, language, (words) => this.searchFor(words))}
      <p class="more">
        ${found.hits.length < found.total
          ? html`<button class="chip" type="button" @click=${this.#more}>${strings.moreResults}</button>`
          : nothing}
        ${found.total ? html`<a href=${this.searchPage(this.#asked)}>${strings.allResults}</a>` : nothing}
      </p>
    </section>`;
  }

  /** Search as if `words` had been typed and sent. */
  async searchFor(words: string, verbatim = false): Promise<void> {
    const text = words.trim();
    this.#closePopup();
    if (!text) return;
    this.input.value = text;
    rememberSearch(text);
    if (this.mode === "page") {
      location.assign(this.searchPage(text));
      return;
    }
    this.#asked = text;
    const request = this.#restart();
    const patience = setTimeout(() => (this.slow = true), PATIENCE_MS);
    try {
      if (verbatim || isQuestion(text)) void this.#askToo(text, verbatim, request.signal);
      this.found = await this.service.search(text, 0, PAGE, request.signal);
      this.announce(this.found.total ? this.strings.resultCount(this.found.total) : this.strings.noResults);
    } catch (error) {
      this.#fail(error);
    } finally {
      clearTimeout(patience);
      this.slow = false;
    }
  }

  /** The answer box: it comes when it comes, and only if there is an answer. */
  async #askToo(question: string, verbatim: boolean, signal: AbortSignal): Promise<void> {
    try {
      const reply = await this.service.ask({ question, history: [], ...(verbatim && { verbatim }) }, signal);
      if (!signal.aborted) this.answer = reply.status === "answered" ? reply : null;
    } catch (error) {
      if (!wasCancelled(error) && !(error instanceof ServiceError)) throw error;
    }
  }

  #more = async (): Promise<void> => {
    const shown = this.found;
    if (!shown) return;
    try {
      const next = await this.service.search(this.#asked, shown.hits.length, PAGE, this.#searching.signal);
      if (this.found === shown) this.found = { ...next, hits: [...shown.hits, ...next.hits] };
    } catch (error) {
      this.#fail(error);
    }
  };

  #restart(): AbortController {
    this.#searching.abort();
    this.#searching = new AbortController();
    this.found = this.answer = this.error = null;
    return this.#searching;
  }

  #fail(error: unknown): void {
    if (wasCancelled(error)) return;
    if (!(error instanceof ServiceError)) throw error;
    this.error = error;
    this.announce(this.strings.trouble[error.trouble]);
  }

  #onInput = (): void => {
    clearTimeout(this.#typing);
    this.#suggesting.abort();
    this.active = -1;
    const prefix = this.input.value.trim();
    if (prefix) this.#typing = setTimeout(() => void this.#suggest(prefix), DEBOUNCE_MS);
    else this.#showRecent();
  };

  async #suggest(prefix: string): Promise<void> {
    this.#suggesting = new AbortController();
    try {
      const options = await this.service.suggest(prefix, this.#suggesting.signal);
      this.options = options;
      this.showsRecent = false;
      this.expanded = true;
      this.announce(this.strings.suggestionCount(options.length));
    } catch (error) {
      if (wasCancelled(error)) return;
      if (!(error instanceof ServiceError)) throw error;
      this.options = []; // no suggestions is no loss: the search itself says what is wrong
    }
  }

  #showRecent(): void {
    this.options = recentSearches();
    this.showsRecent = true;
    this.active = -1;
    this.expanded = true;
  }

  #closePopup(): void {
    clearTimeout(this.#typing);
    this.#suggesting.abort();
    this.expanded = false;
    this.active = -1;
  }

  #dismiss = (): void => {
    this.#restart();
    this.input.value = "";
    this.input.focus();
  };

  #forget = (): void => {
    forgetSearches();
    this.#closePopup();
    this.input.focus();
  };

  #toggleSlash = (): void => {
    turnSlash(!slashIsOn());
    this.requestUpdate();
  };

  #onFocus = (): void => {
    if (!this.input.value.trim()) this.#showRecent();
  };

  #onFocusOut = (event: FocusEvent): void => {
    const within = event.relatedTarget instanceof Node && this.renderRoot.querySelector("form")?.contains(event.relatedTarget);
    if (!within) this.#closePopup();
  };

  #onKeydown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (this.expanded) this.#move(event.key === "ArrowDown" ? 1 : -1);
      else if (this.input.value.trim()) void this.#suggest(this.input.value.trim());
      else this.#showRecent();
    } else if (event.key === "Escape" && this.expanded) {
      event.preventDefault();
      this.#closePopup();
    }
  };

  /** Go through the options and, between the last and the first, back to the typed words. */
  #move(step: number): void {
    const places = this.options.length + 1;
    this.active = ((this.active + 1 + step + places) % places) - 1;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" }),
    );
  }

  #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    void this.searchFor(this.options[this.active] ?? this.input.value);
  };

  #onAsk = (event: Event): void => {
    const { question, verbatim } = (event as CustomEvent<AskDetail>).detail;
    void this.searchFor(question, verbatim);
  };

  #onSearchElsewhere = (event: Event): void => {
    if (event.defaultPrevented || firstShownBox() !== this) return;
    event.preventDefault();
    this.scrollIntoView({ block: "nearest" });
    this.focusInput();
    void this.searchFor((event as CustomEvent<SearchDetail>).detail.query);
  };
}

function isQuestion(query: string): boolean {
  return query.endsWith("?") || query.split(/\s+/).length >= QUESTION_WORDS;
}

define("footnote-search", FootnoteSearch);
