import { readJson, thisTab, writeJson } from "../storage.js";
import type { AskReply, HistoryItem } from "../types.js";

/** A question with its reply. Only answered or refused turns are kept; one that failed is asked again. */
export interface Turn {
  question: string;
  verbatim: boolean;
  reply: AskReply;
}

export interface Conversation {
  turns: Turn[];
  open: boolean;
}

/** Turns kept over a reload, and turns sent along with a question. */
const KEPT = 30;
const SENT = 6;

/** What the service resolves a follow-up with: the last questions and the passages they were answered from. */
export function historyOf(turns: Turn[]): HistoryItem[] {
  return turns.slice(-SENT).map(({ question, reply }) => ({
    question,
    passage_ids:
      reply.status === "answered"
        ? reply.articles.flatMap((article) => article.quotes.map((quote) => quote.passage_id))
        : [],
  }));
}

export function loadConversation(key: string): Conversation {
  const stored = readJson(thisTab, key) as Partial<Conversation> | null;
  const turns = Array.isArray(stored?.turns) ? stored.turns.filter(isTurn) : [];
  return { turns, open: stored?.open === true };
}

export function saveConversation(key: string, { turns, open }: Conversation): void {
  writeJson(thisTab, key, { turns: turns.slice(-KEPT), open });
}

function isTurn(value: unknown): value is Turn {
  const { question, reply } = (value ?? {}) as Partial<Turn>;
  if (typeof question !== "string" || !reply) return false;
  return reply.status === "answered" ? Array.isArray(reply.articles) : reply.status === "not_found";
}
