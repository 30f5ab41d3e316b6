import { html, nothing, type TemplateResult } from "lit";
import { icons } from "../icons.js";
import { formatDate, type Strings } from "../strings/index.js";
import type { Links } from "../links.js";
import type { Citation } from "../types.js";

/** What stands behind one citation number, or that the article lists nothing for it. */
export function sourceCard(
  citation: Citation,
  id: string,
  links: Links,
  strings: Strings,
  language: string,
  close: () => void,
): TemplateResult {
  return html`
    <div class="card" id=${id} role="group" aria-label=${strings.sourceNumber(citation.number)}>
      <span class="number" aria-hidden="true">${citation.number}</span>
      <div>
        ${citation.source ? entry(citation, links, strings, language) : html`<p>${strings.danglingSource}</p>`}
        ${citation.scope === "paragraph" ? html`<p class="scope">${strings.paragraphScope}</p>` : nothing}
      </div>
      <button class="quiet" type="button" aria-label=${strings.closeSource} @click=${close}>${icons.close}</button>
    </div>
  `;
}

function entry(citation: Citation, links: Links, strings: Strings, language: string): TemplateResult {
  const source = citation.source;
  const href = links.source(source?.url);
  const host = href ? new URL(href).hostname.replace(/^www\./, "") : "";
  const outlet = source?.publisher || host;
  const title = source?.title || host || strings.untitledSource;
  return html`
    ${outlet && outlet !== title ? html`<p class="outlet">${outlet}</p>` : nothing}
    <p class="source-title" dir="auto">
      ${href
        ? html`<a href=${href} target="_blank" rel="noopener noreferrer"
            >${title}<span class="hidden-text"> ${strings.newTab}</span></a
          >`
        : title}
    </p>
    ${source?.date ? html`<p class="scope">${formatDate(source.date, language)}</p>` : nothing}
  `;
}
