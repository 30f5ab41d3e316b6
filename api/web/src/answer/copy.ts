import { formatDate, type Strings } from "../strings/index.js";
import type { Links } from "../links.js";
import type { Answered, QuotedArticle } from "../types.js";

/** The answer as plain text: each quote with its numbers, where it stands, and what the numbers stand for. */
export function answerAsText(answer: Answered, links: Links, strings: Strings, language: string): string {
  return answer.articles.map((article) => articleAsText(article, links, strings, language)).join("\n\n\n");
}

function articleAsText(article: QuotedArticle, links: Links, strings: Strings, language: string): string {
  const quotes = article.quotes.map((quote) => {
    const numbers = quote.citations.map(({ number }) => number).join(", ");
    return `“${quote.text}”${numbers ? ` [${numbers}]` : ""}`;
  });
  const checked = article.checked_on ? strings.checkedOn(formatDate(article.checked_on, language)) : strings.noDate;
  const verdict = article.verdict ? `${strings.verdict}: ${article.verdict}` : "";
  const line = [article.title, article.publisher, checked, verdict].filter(Boolean).join(" · ");
  const head = [`— ${line}`, links.article(article)].filter(Boolean).join("\n");
  const sources = new Map<number, string>();
  for (const { number, source } of article.quotes.flatMap((quote) => quote.citations)) {
    const words = source
      ? [source.publisher, source.title, links.source(source.url)].filter(Boolean).join(", ")
      : strings.danglingSource;
    sources.set(number, `[${number}] ${words}`);
  }
  const list = [...sources.entries()].sort(([a], [b]) => a - b).map(([, words]) => words);
  const foot = list.length ? `${strings.sourcesInArticle}:\n${list.join("\n")}` : "";
  return [quotes.join("\n"), head, foot].filter(Boolean).join("\n\n");
}

/** Put `text` on the clipboard; false where the browser forbids it. Pages without TLS have no clipboard interface. */
export async function copyText(text: string): Promise<boolean> {
  if (navigator.clipboard) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return false;
    }
  }
  const onCopy = (event: ClipboardEvent): void => {
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
  };
  document.addEventListener("copy", onCopy, { once: true });
  const copied = document.execCommand("copy");
  document.removeEventListener("copy", onCopy);
  return copied;
}
