import {
  parallelDeflater
} from "./chunk-SUVTKIVQ.mjs";
import {
  deflatedZip
} from "./chunk-765WF2A3.mjs";
import {
  entryName
} from "./chunk-6ADRUR63.mjs";
import {
  zipContentType
} from "./chunk-UI73M4Y7.mjs";
import {
  fileSource
} from "./chunk-ZGKPT5AS.mjs";
import {
  throwFileError
} from "./chunk-IUJGTDDR.mjs";
import {
  EngineError
} from "./chunk-VDHEZRE2.mjs";

// packages/node-host/src/archive/folder-source.ts
import { basename, resolve } from "node:path";

// packages/node-host/src/archive/archive-error.ts
var archiveError = (root, problem, remedy) => new EngineError({
  code: "invalid-input",
  message: `Could not pack the folder ${root}: ${problem}.`,
  remedy
});

// packages/node-host/src/archive/archive-files.ts
import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { isAbsolute, join, relative, sep } from "node:path";

// packages/node-host/src/archive/left-out.ts
async function leftOut(exclude) {
  const rules = await ruleSet();
  const always = await ruleSet(exclude);
  return {
    add: (folder, text) => void rules.add(text.split(/\r?\n/).flatMap((line) => fromRoot(folder, line))),
    has: (path) => always.ignores(path) || rules.ignores(path)
  };
}
async function ruleSet(patterns = []) {
  const { ignore } = await import("./ignore-rules-MOIOABT6.mjs");
  return ignore({ ignorecase: false }).add(patterns);
}
function fromRoot(folder, line) {
  if (folder === "" || line.trim() === "" || line.startsWith("#")) return [line];
  const not = line.startsWith("!") ? "!" : "";
  const pattern = line.slice(not.length);
  const inHere = `${not}/${folder.replace(/[\\*?[\]!#]/g, "\\$&")}/`;
  const isAnchored = pattern.trimEnd().slice(0, -1).includes("/");
  return [isAnchored ? inHere + pattern.replace(/^\//, "") : `${inHere}**/${pattern}`];
}

// packages/node-host/src/archive/archive-files.ts
async function archiveFiles(selection) {
  const { root, include, exclude } = selection;
  const realRoot = await realpath(root).catch(throwFileError(`pack the folder ${root}`));
  const left = await leftOut([".git", ...exclude]);
  const found = [];
  await walk({ ...selection, realRoot, left, found }, { path: "", location: realRoot, within: [realRoot] });
  const included = await ruleSet(include);
  const files = found.filter(({ path }) => included.ignores(path));
  if (files.length === 0) {
    throw archiveError(
      root,
      found.length === 0 ? "there is no file in it that is not left out" : `none of its ${found.length} files is one of those to include (${include.join(", ")})`,
      "Check the folder, the patterns, and the ignore files in it."
    );
  }
  return files.sort((a, b) => a.path < b.path ? -1 : 1);
}
async function walk(on, folder) {
  const { root, ignoreFiles, left, found, signal } = on;
  const refused = throwFileError(`pack the folder ${join(root, folder.path)}`);
  const entries = await readdir(folder.location, { withFileTypes: true }).catch(refused);
  const lieHere = new Set(entries.filter((entry) => entry.isFile()).map(({ name }) => name));
  for (const name of ignoreFiles.filter((one) => lieHere.has(one))) {
    left.add(folder.path, await readFile(join(folder.location, name), "utf8").catch(refused));
  }
  for (const entry of entries) {
    signal.throwIfAborted();
    const path = folder.path === "" ? entry.name : `${folder.path}/${entry.name}`;
    if (left.has(path)) continue;
    const { location, about } = await resolved(on, folder, entry, path);
    if (about.isDirectory()) {
      if (left.has(`${path}/`)) continue;
      if (folder.within.includes(location)) {
        throw archiveError(root, `the link ${path} leads in a circle`, "Remove the link, or exclude it.");
      }
      await walk(on, { path, location, within: [...folder.within, location] });
    } else if (about.isFile()) {
      found.push({ path, location, isExecutable: (about.mode & 64) !== 0 });
    } else {
      const what = about.isFIFO() ? "a pipe" : about.isSocket() ? "a socket" : "a device";
      throw archiveError(root, `${path} is ${what}, not a file`, "Remove it, or exclude it.");
    }
  }
}
async function resolved({ root, realRoot }, folder, entry, path) {
  const place = join(folder.location, entry.name);
  const refused = throwFileError(`pack ${join(root, path)}`);
  const location = entry.isSymbolicLink() ? await realpath(place).catch((error) => {
    const { code } = error;
    if (code !== "ENOENT" && code !== "ELOOP") return refused(error);
    const where = code === "ENOENT" ? "nowhere" : "in a circle";
    throw archiveError(root, `the link ${path} leads ${where}`, "Remove the link, or exclude it.");
  }) : place;
  const inRoot = relative(realRoot, location);
  if (inRoot === ".." || inRoot.startsWith(`..${sep}`) || isAbsolute(inRoot)) {
    throw archiveError(
      root,
      `the link ${path} leads out of it, to ${location}`,
      "Put what it points to into the folder, or exclude the link."
    );
  }
  return { location, about: await stat(location).catch(refused) };
}

// packages/node-host/src/archive/zip-format.ts
import { crc32 } from "node:zlib";
var zipFormat = {
  extension: "zip",
  contentType: zipContentType,
  pack: (entries, { level, signal }) => deflatedZip(entries, { deflater: parallelDeflater({ level }), crc32, signal })
};

// packages/node-host/src/archive/folder-source.ts
async function folderSource(options) {
  const { root, format = zipFormat, level = 6, signal } = options;
  const { include = ["*"], exclude = [], ignoreFiles = [".gitignore"] } = options;
  const { name = `${basename(resolve(root))}.${format.extension}` } = options;
  const files = await archiveFiles({ root, include, exclude, ignoreFiles, signal });
  const entries = [];
  for (const { path, location, isExecutable } of files) {
    checkPath(root, path);
    signal.throwIfAborted();
    entries.push({ path, isExecutable, source: await fileSource(location, { name: path }) });
  }
  return {
    name,
    contentType: format.contentType,
    length: void 0,
    replayable: true,
    ranged: false,
    open: () => format.pack(entries, { level, signal })
  };
}
function checkPath(root, path) {
  entryName(path);
  if (/^\w+:/.test(path)) {
    throw archiveError(root, `the name of ${path} begins like an address`, "Rename it, or exclude it.");
  }
}

export {
  folderSource
};
