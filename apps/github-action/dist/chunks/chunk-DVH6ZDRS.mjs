import {
  vendors
} from "./chunk-2SFECZ7C.mjs";
import {
  inputText
} from "./chunk-4TNTUKRT.mjs";
import {
  createSecrets
} from "./chunk-OVBFA4TU.mjs";

// apps/github-action/src/log/proxy-secrets.ts
var proxyVariables = /^(https?|all)_proxy$/i;
function proxySecrets(env) {
  return Object.entries(env).flatMap(([name, address]) => {
    if (!proxyVariables.test(name) || address === void 0) return [];
    const [, userInfo] = /^(?:[a-z][a-z0-9+.-]*:\/\/)?([^/?#]*)@/i.exec(address) ?? [];
    if (userInfo === void 0) return [];
    const [, password = ""] = /:(.*)$/s.exec(userInfo) ?? [];
    return [userInfo, decoded(userInfo), password, decoded(password)].filter(
      (secret, index) => secret !== "" && (index > 1 || userInfo.includes(":"))
    );
  });
}
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// apps/github-action/src/log/mask-inputs.ts
function maskInputs(secrets, env) {
  const names = new Set(
    vendors.flatMap(({ credentials }) => credentials.flatMap(({ name, secret }) => secret ? [name] : []))
  );
  for (const name of names) {
    const given = inputText(env, name) ?? "";
    for (const secret of /* @__PURE__ */ new Set([given, ...given.split(/[\r\n]+/).map((line) => line.trim())]))
      secrets.add(secret);
  }
  for (const secret of proxySecrets(env)) secrets.add(secret);
}

// apps/github-action/src/log/masked-secrets.ts
function maskedSecrets(runner) {
  const secrets = createSecrets();
  let masked = 0;
  const mask = () => {
    const all = secrets.all();
    for (const form of all.slice(masked)) runner.command("add-mask", form);
    masked = all.length;
  };
  return {
    add(secret) {
      secrets.add(secret);
      mask();
    },
    addUrl(url) {
      secrets.addUrl(url);
      mask();
    },
    redact: secrets.redact,
    all: secrets.all
  };
}

// apps/github-action/src/log/sanitize.ts
var lineEnds = /\r\n?|[\u0085\u2028\u2029]/g;
var unseen = /[^\P{Cc}\n\t]|[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
var sanitize = (text) => text.replace(lineEnds, "\n").replace(unseen, "").split("\n").map((line) => line.replace(/^(\s*):(?=:)/, "$1: ").replaceAll("##[", "# #[")).join("\n");

// apps/github-action/src/log/log.ts
var maxAnnotations = 10;
var maxAnnotationLength = 4e3;
function openLog(runner, redact, now) {
  const fit = (text) => sanitize(redact(text));
  const warnings = [];
  let inGroup = false;
  let lastLineAtMs = now();
  const told = () => lastLineAtMs = now();
  const line = (text) => {
    for (const one of fit(text).split("\n")) runner.print(one);
    told();
  };
  const endGroup = () => {
    if (inGroup) runner.command("endgroup");
    inGroup = false;
  };
  return {
    line,
    endGroup,
    group(title) {
      endGroup();
      runner.command("group", oneLine(fit(title)));
      inGroup = true;
      told();
    },
    warning(text) {
      warnings.push(fit(text));
      if (warnings.length > maxAnnotations) return line(`Warning: ${text}`);
      runner.command("warning", cut(fit(text)));
      told();
    },
    error(title, text) {
      endGroup();
      runner.command("error", cut(fit(text)), { title: oneLine(fit(title)) });
    },
    debug(text) {
      if (runner.isDebug) runner.command("debug", fit(text));
    },
    warnings,
    get lastLineAtMs() {
      return lastLineAtMs;
    }
  };
}
var oneLine = (text) => text.replace(/\s+/g, " ").trim();
var cut = (text) => text.length <= maxAnnotationLength ? text : `${text.slice(0, maxAnnotationLength)}...`;

// apps/github-action/src/runner/runner.ts
import { appendFileSync } from "node:fs";

// apps/github-action/src/runner/command.ts
var escapeData = (text) => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
var escapeProperty = (text) => escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
function commandLine(name, data = "", properties = {}) {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(value)}`);
  return `::${name}${list.length > 0 ? ` ${list.join(",")}` : ""}::${escapeData(data)}`;
}

// apps/github-action/src/runner/file-entry.ts
function fileEntry(name, value) {
  let end = "FERRY_END";
  while (value.includes(end)) end += "_";
  return `${name}<<${end}
${value}
${end}
`;
}

// apps/github-action/src/runner/runner.ts
function openRunner(env, write) {
  const append = (file, text) => {
    const path = env[file];
    if (path === void 0 || path === "") return;
    try {
      appendFileSync(path, text);
    } catch (error) {
      write(`${file} could not be written: ${error.code ?? "unknown reason"}
`);
    }
  };
  return {
    env,
    isDebug: env["RUNNER_DEBUG"] === "1",
    print: (line) => write(`${line}
`),
    command: (name, data, properties) => write(`${commandLine(name, data, properties)}
`),
    setOutput: (name, value) => append("GITHUB_OUTPUT", fileEntry(name, value)),
    saveState: (name, value) => append("GITHUB_STATE", fileEntry(name, value)),
    addSummary: (markdown) => append("GITHUB_STEP_SUMMARY", markdown)
  };
}

// apps/github-action/src/stage.ts
function openStage(env = process.env) {
  const runner = openRunner(env, (text) => process.stdout.write(text));
  const secrets = maskedSecrets(runner);
  maskInputs(secrets, env);
  process.stdout.on("error", () => void 0);
  return { env, runner, secrets, log: openLog(runner, secrets.redact, Date.now), startedAtMs: Date.now() };
}

export {
  sanitize,
  openStage
};
