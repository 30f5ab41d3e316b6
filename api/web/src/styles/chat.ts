import { css } from "lit";

export const chatStyles = css`
  .panel {
    display: flex;
    flex-direction: column;
    color: var(--ink);
    background: var(--paper);
    border: 1px solid var(--rule);
    border-radius: calc(var(--radius) * 1.5);
    overflow: hidden;
  }
  :host([mode="inline"]) .log {
    max-height: var(--footnote-max-height, min(44em, 75vh));
  }
  .panel[popover] {
    position: fixed;
    inset: auto;
    inset-block-end: 1em;
    inset-inline-end: 1em;
    z-index: 2147483001;
    width: min(28em, calc(100vw - 2em));
    height: min(44em, calc(100dvh - 2em));
    margin: 0;
    padding: 0;
    box-shadow: 0 0.75em 3em rgb(0 0 0 / 0.28);
  }
  .panel[popover] .log {
    flex: 1;
  }
  @media (max-width: 30em) {
    .panel[popover] {
      inset: 0;
      width: 100vw;
      height: 100dvh;
      border: 0;
      border-radius: 0;
    }
  }
  .launcher {
    position: fixed;
    inset: auto;
    inset-block-end: 1em;
    inset-inline-end: 1em;
    z-index: 2147483000;
    display: inline-flex;
    align-items: center;
    gap: 0.55em;
    margin: 0;
    padding: 0.75em 1.15em;
    font-weight: 600;
    color: var(--on-accent);
    background: var(--accent);
    border: 0;
    border-radius: 2em;
    box-shadow: 0 0.25em 1em rgb(0 0 0 / 0.25);
  }
  .launcher:focus-visible {
    border-radius: 2em;
  }
  .title {
    display: flex;
    align-items: center;
    gap: 0.25em;
    min-height: 3.2em;
    padding-block: 0.5em;
    padding-inline: 1em 0.6em;
    border-block-end: 1px solid var(--rule);
  }
  h2 {
    flex: 1;
    font-family: var(--text-font);
    font-size: 1.15em;
    line-height: 1.25;
  }
  .log {
    position: relative; /* holds the hidden text inside, which would lengthen the page */
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: 1em;
  }
  .log:focus-visible {
    outline-offset: -2px;
  }
  .log > ol {
    display: grid;
    gap: 1.75em;
  }
  .log > ol > li {
    display: grid;
    gap: 0.85em;
    min-width: 0;
  }
  .welcome {
    display: grid;
    gap: 0.85em;
  }
  .question {
    justify-self: end;
    max-width: 85%;
    padding: 0.5em 0.85em;
    white-space: pre-line;
    background: color-mix(in srgb, var(--accent) 13%, var(--paper));
    border-radius: 1em;
    border-end-end-radius: 0.2em;
  }
  .loading {
    display: flex;
    align-items: center;
    gap: 0.75em;
    color: var(--muted);
  }
  .bar {
    width: 2.5em;
    height: 2px;
    background: linear-gradient(90deg, var(--accent) 40%, var(--rule) 40%);
    background-size: 200% 100%;
  }
  @media (prefers-reduced-motion: no-preference) {
    .bar {
      animation: sweep 1.1s linear infinite;
    }
  }
  @keyframes sweep {
    from {
      background-position: 100% 0;
    }
    to {
      background-position: -100% 0;
    }
  }
  .composer {
    display: flex;
    align-items: flex-end;
    gap: 0.5em;
    padding: 0.75em;
    background: var(--surface);
    border-block-start: 1px solid var(--rule);
  }
  textarea {
    flex: 1;
    min-width: 0;
    min-height: 2.5em;
    max-height: 8em;
    padding: 0.45em 0.75em;
    field-sizing: content;
    resize: none;
    background: var(--paper);
    border: 1px solid var(--edge);
    border-radius: var(--radius);
  }
  textarea::placeholder {
    color: var(--muted);
    opacity: 1;
  }
  textarea:focus-visible {
    outline-offset: 0;
  }
`;
