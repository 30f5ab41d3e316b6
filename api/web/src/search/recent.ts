import { readJson, thisBrowser, writeJson } from "../storage.js";

const KEY = "footnote-recent-searches";
const KEPT = 6;

/** The reader's last searches in this browser, newest first. They are never sent anywhere. */
export function recentSearches(): string[] {
  const stored = readJson(thisBrowser, KEY);
  return Array.isArray(stored) ? stored.filter((query) => typeof query === "string").slice(0, KEPT) : [];
}

export function rememberSearch(query: string): void {
  const others = recentSearches().filter((other) => other.toLowerCase() !== query.toLowerCase());
  writeJson(thisBrowser, KEY, [query, ...others].slice(0, KEPT));
}

export function forgetSearches(): void {
  writeJson(thisBrowser, KEY, []);
}
