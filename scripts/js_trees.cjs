// The parser of Node, which comes with Playwright, for scripts/own_scripts.py: reads {name: source} as JSON, writes for
// each its syntax tree, where a semicolon was left out, and the comments; or why it cannot be read.
const acorn = require("internal/deps/acorn/acorn/dist/acorn");
const { readFileSync } = require("node:fs");

function treeOf(source) {
  const semicolons = [];
  const comments = [];
  try {
    const tree = acorn.parse(source, {
      ecmaVersion: "latest",
      sourceType: "module",
      onInsertedSemicolon: (place) => semicolons.push(place),
      onComment: (isBlock, text, start, end) => comments.push([start, end]),
    });
    return { tree, semicolons, comments };
  } catch (fault) {
    return { fault: fault.message, place: fault.pos };
  }
}

const sources = JSON.parse(readFileSync(0, "utf8"));
const trees = Object.entries(sources).map(([name, source]) => [name, treeOf(source)]);
process.stdout.write(JSON.stringify(Object.fromEntries(trees)));
