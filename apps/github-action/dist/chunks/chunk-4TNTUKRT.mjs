// apps/github-action/src/inputs/input-text.ts
function inputText(env, name) {
  const text = env[`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`]?.trim();
  return text === "" ? void 0 : text;
}

export {
  inputText
};
