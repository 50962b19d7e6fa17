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
  checkFileName,
  safeFileName
};
