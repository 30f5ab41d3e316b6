import { html, nothing, type TemplateResult } from "lit";
import type { Strings } from "../strings/index.js";
import type { Links } from "../links.js";
import type { QuotedArticle, Quote } from "../types.js";
import { sourceCard } from "./source-card.js";

export interface QuoteView {
  links: Links;
  strings: Strings;
  language: string;
  /** The number whose source card is open, and its quote. */
  open: { quote: Quote; number: number } | null;
  /** Open the card of a number, or close it. */
  toggle(quote: Quote, number: number): void;
}

/** One quote: the words, the article's own numbers as superscripts, the open source card, the way into the article. */
export function quoteBlock(article: QuotedArticle, quote: Quote, id: string, view: QuoteView): TemplateResult {
  const { links, strings, open } = view;
  const href = links.quote(article, quote);
  const shown = open?.quote === quote ? quote.citations.find(({ number }) => number === open.number) : undefined;
  // The last word and the first number stay on one line.
  const lastWord = /\S{1,24}$/.exec(quote.text)?.[0] ?? "";
  const before = quote.text.slice(0, quote.text.length - lastWord.length);
  const [first, ...others] = quote.citations.map(
    ({ number }) =>
      html`<sup
        ><button
          type="button"
          class="cite"
          id="${id}-${number}"
          aria-label=${strings.sourceNumber(number)}
          aria-expanded=${shown?.number === number}
          aria-controls="${id}-card"
          @click=${() => view.toggle(quote, number)}
        >
          ${number}
        </button></sup
      >`,
  );
  return html`
    <div class="quote">
      <blockquote dir="auto" cite=${href ?? nothing}>
        <p><span class="words">${before}</span><span class="tail"><span class="words">${lastWord}</span>${first}</span>${others}</p>
      </blockquote>
      ${shown
        ? sourceCard(shown, `${id}-card`, links, strings, view.language, () => view.toggle(quote, shown.number))
        : nothing}
      <p class="place">
        ${quote.section ? html`<span dir="auto">${quote.section}</span>` : nothing}
        ${href
          ? html`<a href=${href}>${strings.readInArticle}<span class="hidden-text">: ${article.title}</span></a>`
          : nothing}
      </p>
    </div>
  `;
}
