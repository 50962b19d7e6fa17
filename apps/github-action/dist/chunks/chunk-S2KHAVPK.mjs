// packages/upload/src/magic-bytes.ts
var marks = [
  ["zip", [80, 75, 3, 4]],
  ["zip", [80, 75, 5, 6]],
  // an empty archive
  ["gzip", [31, 139, 8]],
  ["pdf", [37, 80, 68, 70, 45]],
  ["parquet", [80, 65, 82, 49, 21]],
  ["xls", [208, 207, 17, 224, 161, 177, 26, 225]],
  ["sqlite", [83, 81, 76, 105, 116, 101, 32, 102]],
  ["png", [137, 80, 78, 71]],
  ["jpeg", [255, 216, 255]],
  ["7z", [55, 122, 188, 175, 39, 28]],
  ["zstd", [40, 181, 47, 253]]
];
var sniffType = (head) => marks.find(([, mark]) => mark.every((byte, at) => head[at] === byte))?.[0];
var extensionsOf = {
  zip: ["zip", "xlsx", "xlsm", "docx", "pptx", "ods", "jar", "whl"],
  gzip: ["gz", "tgz"],
  pdf: ["pdf"],
  parquet: ["parquet"],
  xls: ["xls", "doc", "ppt", "msi"],
  sqlite: ["sqlite", "db", "sqlite3"],
  png: ["png"],
  jpeg: ["jpg", "jpeg"],
  "7z": ["7z"],
  zstd: ["zst"]
};
var extensionOf = (fileName) => /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? "";
var extensionFor = (head) => {
  const type = sniffType(head);
  return type === void 0 ? "" : `.${extensionsOf[type][0]}`;
};
function typeMismatch(fileName, head) {
  const type = sniffType(head);
  const extension = extensionOf(fileName);
  if (type !== void 0) {
    if (extensionsOf[type].includes(extension)) return void 0;
    return `is a ${type.toUpperCase()} file by its content${extension ? `, and its name ends with ".${extension}"` : ""}`;
  }
  const claimed = Object.keys(extensionsOf).find(
    (one) => extensionsOf[one].includes(extension)
  );
  return claimed && head.length > 0 ? `ends with ".${extension}", and its content is no ${claimed.toUpperCase()} file` : void 0;
}

export {
  sniffType,
  extensionFor,
  typeMismatch
};
