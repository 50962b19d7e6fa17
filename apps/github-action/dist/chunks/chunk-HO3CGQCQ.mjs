// apps/github-action/src/summary/escape.ts
var signs = /[&<>`*[\]#|~\\@$]/g;
var emphasis = /(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g;
var colons = /:(?=\/\/)|:(?=[\w+-]+:)/g;
var entity = (sign) => `&#${sign.codePointAt(0)};`;
var escape = (text) => text.replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, "").replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim().replace(signs, entity).replace(emphasis, entity).replace(colons, entity).replace(/\b(www)\./gi, "$1&#46;");
var escapeAttribute = (text) => escape(text).replaceAll('"', entity);

export {
  escape,
  escapeAttribute
};
