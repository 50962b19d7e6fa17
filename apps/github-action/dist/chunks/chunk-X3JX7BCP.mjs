import {
  decodeAs,
  jsonBody
} from "./chunk-AZCQZNKZ.mjs";
import {
  fallback,
  minLength,
  nullish,
  number,
  pipe,
  string,
  transform,
  union
} from "./chunk-WTLKQS7A.mjs";
import {
  InputError
} from "./chunk-VDHEZRE2.mjs";

// packages/operation/src/client/call-port.ts
function createCallPort({
  http,
  timeouts,
  place = (call) => call
}) {
  const httpCall = (given) => {
    const { json, timeout, ...call } = place(given);
    return {
      idempotent: call.method === "GET",
      ...call,
      ...json !== void 0 && {
        body: jsonBody(json),
        headers: { "content-type": "application/json", ...call.headers }
      },
      timeoutMs: timeouts[timeout ?? (isUpload(call) ? "uploadMs" : "jsonMs")]
    };
  };
  return {
    json: (call, schema) => http.json(httpCall(call), decodeAs(schema)),
    text: (call) => http.text(httpCall(call)),
    send: (call) => http.send(httpCall(call)),
    stream: (call) => http.stream(httpCall(call)),
    download: (call) => http.stream(httpCall({ timeout: "downloadMs", ...call }))
  };
}
var isUpload = ({ body }) => body?.kind === "stream" || body?.kind === "form";

// packages/operation/src/client/id.ts
var id = pipe(
  union([string(), number()], "must be an ID"),
  transform(String),
  minLength(1, "must be an ID")
);

// packages/operation/src/client/perhaps.ts
var perhaps = (schema) => fallback(
  pipe(
    nullish(schema),
    transform((value) => value ?? void 0)
  ),
  void 0
);

// packages/http/src/errors/words-of.ts
var maxDepth = 4;
function wordsOf(value, depth = 0) {
  if (value === null || value === void 0 || depth > maxDepth) return "";
  if (Array.isArray(value)) return join(value.map((one) => wordsOf(one, depth + 1)));
  if (typeof value !== "object") return String(value);
  return join(
    Object.entries(value).map(([name, one]) => {
      const words = wordsOf(one, depth + 1);
      return words === "" ? "" : `${name}: ${words}`;
    })
  );
}
var join = (parts) => parts.filter((part) => part !== "").join("; ");

// packages/http/src/root-url.ts
function rootUrl(given, { field, example, credentialRemedy }) {
  const refuse = (problem, remedy) => new InputError([{ field, problem, remedy }]);
  const text = given.trim();
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) {
    throw refuse("must be a URL that starts with https:// or http://", `Give, e.g., ${example}.`);
  }
  const { origin, pathname, search, hash, username, password } = new URL(text);
  if (username !== "" || password !== "") {
    throw refuse("must have no user name and no password", credentialRemedy);
  }
  if (search !== "" || hash !== "") {
    throw refuse("must end with its path", 'Leave out everything from "?" or "#" on.');
  }
  return `${origin}${pathname.replace(/\/+$/, "")}`;
}

// packages/http/src/errors/page-words.ts
var pageWords = (text) => text.slice(0, 2e4).replace(/<(style|script)\b[^<]{0,5000}<\/\1>/gi, " ").replace(/<[^<>]{0,2000}>/g, " ").replace(/\s+/g, " ").trim();

// packages/http/src/errors/redirect-failure.ts
var redirectFailure = (location, setting) => ({
  code: "unexpected-answer",
  vendorMessage: location === void 0 ? "a redirect to nowhere" : `a redirect to ${location}`,
  remedy: `Check ${setting}: redirects are not followed, so give the address that it leads to.`
});

export {
  id,
  perhaps,
  wordsOf,
  createCallPort,
  rootUrl,
  pageWords,
  redirectFailure
};
