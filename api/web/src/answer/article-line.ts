import { html, nothing, type TemplateResult } from "lit";
import { formatDate, type Strings } from "../strings/index.js";
import type { Links } from "../links.js";
import type { ArticleReference } from "../types.js";

/** An article named: its title, who checked it and when, and its verdict. */
export function articleLine(
  article: ArticleReference,
  links: Links,
  strings: Strings,
  language: string,
): TemplateResult {
  const href = links.article(article);
  return html`
    <h3 class="article-title" dir="auto">${href ? html`<a href=${href}>${article.title}</a>` : article.title}</h3>
    <p class="facts">
      ${article.publisher ? html`<span>${article.publisher}</span>` : nothing}
      ${article.checked_on
        ? html`<time datetime=${article.checked_on}>${strings.checkedOn(formatDate(article.checked_on, language))}</time>`
        : html`<span>${strings.noDate}</span>`}
      ${article.verdict ? html`<span class="verdict">${strings.verdict}: ${article.verdict}</span>` : nothing}
    </p>
  `;
}
