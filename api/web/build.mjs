// Builds src/ into one file, ../static/footnote.js (or into the path given as the first argument).
//
// The first line carries a hash of everything the file is made of, so that a stale file is noticed without Node.js too:
// tests/browser/test_built_file.py computes the same hash.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));

function sourcesHash() {
  const sources = readdirSync(join(here, "src"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(here, join(entry.parentPath, entry.name)).split(sep).join("/"));
  const files = [...sources, "build.mjs", "package-lock.json", "tsconfig.json"].sort();
  const hash = createHash("sha256");
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(join(here, file))).update("\0");
  return hash.digest("hex");
}

await build({
  absWorkingDir: here,
  entryPoints: ["src/footnote.ts"],
  outfile: process.argv[2] ?? join(here, "../static/footnote.js"),
  bundle: true,
  format: "esm",
  target: "es2022",
  minify: true,
  charset: "utf8",
  legalComments: "eof",
  banner: { js: `/*! footnote.js, sources sha256:${sourcesHash()} */` },
});
