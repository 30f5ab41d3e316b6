// Storage that may be full, forbidden or tampered with: reading then yields null, writing does nothing.

export function readJson(storage: () => Storage, key: string): unknown {
  try {
    return JSON.parse(storage().getItem(key) ?? "null");
  } catch {
    return null;
  }
}

export function writeJson(storage: () => Storage, key: string, value: unknown): void {
  try {
    storage().setItem(key, JSON.stringify(value));
  } catch {
    // Private windows and full disks: the component works on, it only forgets.
  }
}

export const thisTab = (): Storage => window.sessionStorage;
export const thisBrowser = (): Storage => window.localStorage;
