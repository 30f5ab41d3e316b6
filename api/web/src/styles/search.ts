import { css } from "lit";

export const searchStyles = css`
  form {
    position: relative;
  }
  .field {
    display: flex;
    align-items: center;
    gap: 0.6em;
    padding: 0.3em;
    padding-inline-start: 0.85em;
    color: var(--muted);
    background: var(--surface);
    border: 1px solid var(--edge);
    border-radius: calc(var(--radius) * 1.5);
  }
  .field:focus-within {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }
  input {
    flex: 1;
    min-width: 0;
    min-height: 2.5em;
    padding: 0;
    color: var(--ink);
    background: none;
    border: 0;
  }
  input:focus-visible {
    outline: 0; /* the field around it shows the focus */
  }
  input::placeholder {
    color: var(--muted);
    opacity: 1;
  }
  kbd {
    padding: 0.1em 0.5em;
    font: inherit;
    font-size: 0.8em;
    border: 1px solid var(--rule);
    border-radius: 3px;
  }
  @media (max-width: 30em) {
    kbd {
      display: none;
    }
  }
  .popup {
    position: absolute;
    inset-inline: 0;
    inset-block-start: calc(100% + 0.35em);
    z-index: 2147483000;
    padding: 0.75em 0 0.35em;
    background: var(--surface);
    border: 1px solid var(--rule);
    border-radius: calc(var(--radius) * 1.5);
    box-shadow: 0 0.5em 2em rgb(0 0 0 / 0.18);
  }
  .popup[hidden] {
    display: none;
  }
  .popup .label {
    padding-inline: 0.9em;
    margin-block-end: 0.35em;
  }
  [role="listbox"] {
    max-height: 20em;
    overflow-y: auto;
  }
  [role="option"] {
    display: flex;
    align-items: baseline;
    gap: 0.75em;
    min-height: 2.25em;
    padding: 0.4em 0.9em;
    cursor: pointer;
  }
  [role="option"] svg {
    align-self: center;
    color: var(--muted);
  }
  [role="option"]:hover {
    background: color-mix(in srgb, var(--ink) 6%, transparent);
  }
  [aria-selected="true"] {
    background: color-mix(in srgb, var(--accent) 16%, transparent);
    box-shadow: inset 3px 0 var(--accent);
  }
  .settings {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    margin-block-start: 0.35em;
    padding: 0.25em 0.35em 0;
    border-block-start: 1px solid var(--rule);
  }
  .outcome {
    position: relative;
    display: grid;
    gap: 1em;
    margin-block-start: 0.75em;
    padding: 1em;
    background: var(--paper);
    border: 1px solid var(--rule);
    border-radius: calc(var(--radius) * 1.5);
  }
  .dismiss {
    position: absolute;
    inset-inline-end: 0.4em;
    inset-block-start: 0.4em;
  }
  .correction,
  .count {
    color: var(--muted);
    font-size: 0.9em;
  }
  .textual {
    padding: 0.15em 0;
    color: var(--accent);
    font-weight: 600;
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.18em;
  }
  .hits {
    display: grid;
  }
  .hits > li {
    padding-block: 1em;
    border-block-start: 1px solid var(--rule);
  }
  .snippet {
    margin-block-start: 0.4em;
    font-family: var(--text-font);
  }
  .section {
    color: var(--muted);
  }
  mark {
    color: inherit;
    background: var(--highlight);
    padding: 0 0.1em;
  }
  .more {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.75em 1.25em;
  }
`;
