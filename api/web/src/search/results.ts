import { html, nothing, type TemplateResult } from "lit";
import { articleLine } from "../answer/article-line.js";
import type { Links } from "../links.js";
import type { Strings } from "../strings/index.js";
import type { SearchHit, SearchReply } from "../types.js";

/** "Did you mean", the count, and the hits, best first. */
export function resultList(
  results: SearchReply,
  links: Links,
  strings: Strings,
  language: string,
  searchFor: (query: string) => void,
): TemplateResult {
  const { corrected } = results;
  return html`
    ${corrected
      ? html`<p class="correction">
          ${strings.didYouMean}
          <button type="button" class="textual" dir="auto" @click=${() => searchFor(corrected)}>${corrected}</button>?
        </p>`
      : nothing}
    <p class="count">${countWords(results, strings)}</p>
    <ol class="hits">
      ${results.hits.map((hit) => html`<li>${articleLine(hit, links, strings, language)} ${snippet(hit)}</li>`)}
    </ol>
  `;
}

/** How many articles match, or that they are near in meaning only. */
export function countWords({ total, hits, corrected }: SearchReply, strings: Strings): string {
  if (!total) return strings.noResults;
  const byMeaning = !corrected && hits.length > 0 && hits.every(({ ranks }) => ranks.bm25 === null);
  return byMeaning ? strings.nearestInMeaning : strings.resultCount(total);
}

function snippet(hit: SearchHit): TemplateResult {
  return html`<p class="snippet" dir="auto">
    ${hit.section ? html`<span class="section">${hit.section} — </span>` : nothing}${hit.snippet.map(({ text, match }) =>
      match ? html`<mark>${text}</mark>` : text,
    )}
  </p>`;
}
