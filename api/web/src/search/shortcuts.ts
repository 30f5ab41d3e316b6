import { readJson, thisBrowser, writeJson } from "../storage.js";

// "/" and Ctrl-K (Command-K) go to the first search box of the page that is shown. "/" is a shortcut of one character,
// which readers who speak to their computer must be able to turn off (WCAG 2.1.4).

const SLASH_OFF = "footnote-slash-off";

interface Box extends HTMLElement {
  focusInput(): void;
}

const boxes = new Set<Box>();

export function slashIsOn(): boolean {
  return readJson(thisBrowser, SLASH_OFF) !== true;
}

export function turnSlash(on: boolean): void {
  writeJson(thisBrowser, SLASH_OFF, !on);
}

export function listenForShortcuts(box: Box): void {
  if (boxes.size === 0) document.addEventListener("keydown", onKeydown);
  boxes.add(box);
}

export function forgetShortcuts(box: Box): void {
  boxes.delete(box);
  if (boxes.size === 0) document.removeEventListener("keydown", onKeydown);
}

/** The search box that shortcuts and "search the archive instead" go to. */
export function firstShownBox(): Box | undefined {
  return [...boxes]
    .filter((box) => box.checkVisibility())
    .sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))[0];
}

function onKeydown(event: KeyboardEvent): void {
  if (event.defaultPrevented || !isShortcut(event)) return;
  const box = firstShownBox();
  if (!box) return;
  event.preventDefault();
  box.focusInput();
}

function isShortcut(event: KeyboardEvent): boolean {
  const command = event.ctrlKey || event.metaKey;
  if (event.key.toLowerCase() === "k") return command && !event.shiftKey && !event.altKey;
  // On many keyboards "/" is typed with Shift or AltGr, so those don't matter here.
  return event.key === "/" && !command && slashIsOn() && !isTyping(event);
}

function isTyping(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}
