// packages/auth/src/schemes.ts
var fixed = (headers) => ({ headers: async () => headers });
function clean(secret, secrets) {
  const key = secret.trim();
  secrets.add(key);
  return key;
}
function headerKey(name, key, secrets) {
  return fixed({ [name.toLowerCase()]: clean(key, secrets) });
}
function bearer(token2, secrets) {
  return fixed({ authorization: `Bearer ${clean(token2, secrets)}` });
}
function token(value, secrets) {
  return fixed({ authorization: `Token ${clean(value, secrets)}` });
}
function twoHeaders(first, second) {
  return {
    headers: async (signal) => {
      const [one, other] = await Promise.all([first.headers(signal), second.headers(signal)]);
      return { ...one, ...other };
    },
    renew: async (signal) => {
      const renewed = await Promise.all([first, second].map((one) => one.renew?.(signal) ?? false));
      return renewed.includes(true);
    }
  };
}

// packages/polling/src/job.ts
var isFinal = (state) => state === "succeeded" || state === "failed" || state === "cancelled";

// packages/upload/src/file-name.ts
var maxNameBytes = 255;
var controls = new RegExp("\\p{Cc}", "u");
var invisible = /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u;
function checkFileName(name) {
  if (name.trim() === "") return "is empty";
  if (/[/\\]/.test(name)) return "has a slash in it: it must be a name without folders";
  if (controls.test(name)) return "has a line break or another control character in it";
  if (invisible.test(name)) return "has an invisible character in it (a byte order mark, for instance)";
  if (name === "." || name === "..") return "is no file name";
  if (new RegExp("\\p{Surrogate}", "u").test(name)) return "is no valid Unicode";
  if (utf8Bytes(name) > maxNameBytes) return `is longer than ${maxNameBytes} bytes`;
  return void 0;
}
var device = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;
function safeFileName(name, fallback = "download") {
  const base = name.split(/[/\\]/).at(-1) ?? "";
  const plain = base.replaceAll(new RegExp("\\p{Surrogate}", "gu"), "_").replaceAll(new RegExp(invisible, "gu"), "").replaceAll(/[\p{Cc}<>:"|?*]/gu, "_").replace(/^[\s.]+/, "").replace(/[\s.]+$/, "");
  const safe = device.test(plain) ? `_${plain}` : plain;
  return safe === "" ? fallback : cutToBytes(safe);
}
var utf8Bytes = (text) => new TextEncoder().encode(text).length;
function cutToBytes(name) {
  if (utf8Bytes(name) <= maxNameBytes) return name;
  const [, extension = ""] = /(\.[A-Za-z0-9]{1,16})$/.exec(name) ?? [];
  const characters = [...name.slice(0, name.length - extension.length)];
  while (utf8Bytes(characters.join("") + extension) > maxNameBytes) characters.pop();
  return characters.join("") + extension;
}

export {
  headerKey,
  bearer,
  token,
  twoHeaders,
  isFinal,
  checkFileName,
  safeFileName
};
