import { en, type Strings } from "./en.js";
import { es } from "./es.js";

export type { Strings };

const tables = new Map<string, Strings>([
  ["en", en],
  ["es", es],
]);

/** Fired on `window` when a language was added, so that components already on the page take it up. */
export const STRINGS_CHANGED = "footnote-strings";

/** Add a language, or change some words of one; what `words` leaves out stays English. */
export function registerStrings(language: string, words: Partial<Strings>): void {
  const key = language.toLowerCase();
  tables.set(key, { ...(tables.get(key) ?? en), ...words });
  window.dispatchEvent(new Event(STRINGS_CHANGED));
}

/** The words for a BCP 47 tag: the tag itself, then its language alone, then English. */
export function stringsFor(tag: string): Strings {
  const key = tag.toLowerCase();
  return tables.get(key) ?? tables.get(key.split("-")[0] ?? "") ?? en;
}

/** `2025-10-18` as the language writes it out; a value that is no date is shown as it is. */
export function formatDate(isoDate: string, language: string): string {
  const date = new Date(`${isoDate.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return isoDate;
  const options = { dateStyle: "long", timeZone: "UTC" } as const;
  try {
    return date.toLocaleDateString(language, options);
  } catch {
    return date.toLocaleDateString("en", options); // the page's lang attribute is no language tag
  }
}
