import { html, nothing, type TemplateResult } from "lit";
import { property, query } from "lit/decorators.js";
import "../answer/answer.js";
import { define, FootnoteElement } from "../element.js";
import { ASK, SEARCH, type AskDetail, type SearchDetail } from "../events.js";
import { icons } from "../icons.js";
import { Links } from "../links.js";
import { searchStyles } from "../styles/search.js";
import { controls, theme } from "../styles/theme.js";
import { troubleBox, troubleWords } from "../trouble.js";
import type { SearchReply } from "../types.js";
import { forgetSearches, rememberSearch } from "./recent.js";
import { countWords, resultList } from "./results.js";
import { Searching } from "./searching.js";
import { firstShownBox, forgetShortcuts, listenForShortcuts, slashIsOn, turnSlash } from "./shortcuts.js";
import { Suggesting } from "./suggesting.js";

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

  @query("input") private input!: HTMLInputElement;

  #suggesting = new Suggesting(
    this,
    () => this.service,
    (count) => this.announce(this.strings.suggestionCount(count)),
  );
  #searching = new Searching(
    this,
    () => this.service,
    () => this.announce(this.#outcomeInWords()),
  );

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
  }

  focusInput(): void {
    this.input.focus();
    this.input.select();
  }

  /** Search as if `words` had been typed and sent. */
  searchFor(words: string, verbatim = false): void {
    const text = words.trim();
    this.#suggesting.close();
    if (!text) return;
    this.input.value = text;
    rememberSearch(text);
    if (this.mode === "page") location.assign(this.searchPage(text));
    else void this.#searching.search(text, verbatim);
  }

  override render(): TemplateResult {
    return html`<div class="root" lang=${this.language}>${this.#box()} ${this.#outcome()} ${this.liveRegion()}</div>`;
  }

  #box(): TemplateResult {
    const { strings } = this;
    const { isOpen, active } = this.#suggesting;
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
          aria-expanded=${isOpen}
          aria-controls="options"
          aria-activedescendant=${isOpen && active >= 0 ? `option-${active}` : nothing}
          placeholder=${strings.placeholderSearch}
          .defaultValue=${this.value}
          @input=${this.#onInput}
          @focus=${this.#onFocus}
          @keydown=${this.#onKeydown}
        />
        ${slashIsOn() ? html`<kbd aria-hidden="true">/</kbd>` : nothing}
        <button class="primary" type="submit">${strings.search}</button>
      </div>
      ${this.#popup()}
    </form>`;
  }

  #popup(): TemplateResult {
    const { strings } = this;
    const { isOpen, areRecent, options } = this.#suggesting;
    return html`<div class="popup" ?hidden=${!isOpen}>
      <p class="label" id="options-label">${areRecent ? strings.recent : strings.suggestions}</p>
      <ul role="listbox" id="options" aria-labelledby="options-label">
        ${options.map((option, n) => this.#option(option, n))}
      </ul>
      <p class="settings">
        ${areRecent
          ? html`<button class="quiet" type="button" @click=${this.#forget}>${strings.clearRecent}</button>`
          : nothing}
        <button class="quiet" type="button" @click=${this.#toggleSlash}>
          ${slashIsOn() ? strings.slashOff : strings.slashOn}
        </button>
      </p>
    </div>`;
  }

  #option(option: string, n: number): TemplateResult {
    return html`<li
      role="option"
      id="option-${n}"
      aria-selected=${n === this.#suggesting.active}
      dir="auto"
      @mousedown=${(event: Event) => event.preventDefault()}
      @click=${() => this.searchFor(option)}
    >
      ${this.#suggesting.areRecent ? icons.clock : icons.search}<span>${option}</span>
    </li>`;
  }

  #outcome(): TemplateResult | typeof nothing {
    const { query, found, error, slow } = this.#searching;
    if (error) {
      return html`<div class="outcome">${troubleBox(error, this.strings, () => this.searchFor(query))}</div>`;
    }
    if (found) return this.#results(found);
    return slow ? html`<p class="outcome count">${this.strings.searching}</p>` : nothing;
  }

  #results(found: SearchReply): TemplateResult {
    const { strings, language } = this;
    const { answer, query } = this.#searching;
    const links = new Links(this.service, this.articleUrl);
    return html`<section class="outcome" aria-labelledby="results">
      <h2 class="hidden-text" id="results">${strings.results}</h2>
      <button class="quiet dismiss" type="button" aria-label=${strings.clearSearch} @click=${this.#dismiss}>
        ${icons.close}
      </button>
      ${answer
        ? html`<footnote-answer
            .reply=${answer}
            .service=${this.service}
            .strings=${strings}
            .language=${language}
            .articleUrl=${this.articleUrl}
          ></footnote-answer>`
        : nothing}
      ${resultList(found, links, strings, language, (words) => this.searchFor(words))}
      <p class="more">
        ${found.hits.length < found.total
          ? html`<button class="chip" type="button" @click=${() => this.#searching.more()}>
              ${strings.moreResults}
            </button>`
          : nothing}
        ${found.total ? html`<a href=${this.searchPage(query)}>${strings.allResults}</a>` : nothing}
      </p>
    </section>`;
  }

  #outcomeInWords(): string {
    const { error, found } = this.#searching;
    if (error) return troubleWords(error, this.strings);
    return found ? countWords(found, this.strings) : this.strings.noResults;
  }

  #dismiss = (): void => {
    this.#searching.clear();
    this.input.value = "";
    this.input.focus();
  };

  #forget = (): void => {
    forgetSearches();
    this.#suggesting.close();
    this.input.focus();
  };

  #toggleSlash = (): void => {
    turnSlash(!slashIsOn());
    this.requestUpdate();
  };

  #onInput = (): void => this.#suggesting.typed(this.input.value.trim());

  #onFocus = (): void => {
    if (!this.input.value.trim()) this.#suggesting.showRecent();
  };

  #onFocusOut = (event: FocusEvent): void => {
    const form = this.renderRoot.querySelector("form");
    if (!(event.relatedTarget instanceof Node && form?.contains(event.relatedTarget))) this.#suggesting.close();
  };

  #onKeydown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      this.#onArrow(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Escape" && this.#suggesting.isOpen) {
      event.preventDefault();
      this.#suggesting.close();
    }
  };

  #onArrow(step: 1 | -1): void {
    const typed = this.input.value.trim();
    if (this.#suggesting.isOpen) this.#suggesting.move(step);
    else if (typed) void this.#suggesting.fetch(typed);
    else this.#suggesting.showRecent();
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" }),
    );
  }

  #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    this.searchFor(this.#suggesting.chosen ?? this.input.value);
  };

  #onAsk = (event: Event): void => {
    const { question, verbatim } = (event as CustomEvent<AskDetail>).detail;
    this.searchFor(question, verbatim);
  };

  #onSearchElsewhere = (event: Event): void => {
    if (event.defaultPrevented || firstShownBox() !== this) return;
    event.preventDefault();
    this.scrollIntoView({ block: "nearest" });
    this.focusInput();
    this.searchFor((event as CustomEvent<SearchDetail>).detail.query);
  };
}

define("footnote-search", FootnoteSearch);
