import { html, type TemplateResult } from "lit";
import type { ServiceError } from "./service.js";
import type { Strings } from "./strings/index.js";

/** What went wrong, and when to come back, in words. */
export function troubleWords(error: ServiceError, strings: Strings): string {
  const words = strings.trouble[error.trouble];
  return error.retryAfterS === null ? words : `${words} ${strings.retryIn(error.retryAfterS)}`;
}

/** The same shown, with the way to try again. */
export function troubleBox(error: ServiceError, strings: Strings, retry: () => void): TemplateResult {
  return html`<div class="trouble">
    <p>${troubleWords(error, strings)}</p>
    <button class="chip" type="button" @click=${retry}>${strings.retry}</button>
  </div>`;
}
