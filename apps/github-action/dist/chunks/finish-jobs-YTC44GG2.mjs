import {
  endJobs,
  goOnLater,
  openClient
} from "./chunk-254C55KJ.mjs";
import "./chunk-PNVHMPVM.mjs";
import "./chunk-MSOSMPB5.mjs";
import "./chunk-NXAGABYC.mjs";
import "./chunk-T3LF6UAK.mjs";
import "./chunk-LSXZPIXW.mjs";
import "./chunk-O2OEQBPF.mjs";
import "./chunk-Z6MGIYC7.mjs";
import "./chunk-WTLKQS7A.mjs";
import {
  creating,
  escape,
  escapeSentence,
  loadStep,
  readCredentials,
  snippetBlock
} from "./chunk-VDHEZRE2.mjs";

// apps/github-action/src/summary/afterword.ts
function afterword(doing, {
  lines,
  snippet,
  redact
}) {
  const said = `**After ${escape(doing)}:** ${lines.map((line) => escapeSentence(redact(line))).join(" ")}`;
  return `${[said, "", ...snippetBlock(snippet, redact)].join("\n").trimEnd()}

`;
}

// apps/github-action/src/cancel/finish-jobs.ts
var withinMs = 4e4;
async function finishJobs(stage, state) {
  const { log, runner, env, secrets } = stage;
  const step = await loadStep(state.vendor, state.step);
  const { host, vendor, face, operation } = step;
  if (state.id === "" || state.phase === creating) {
    log.warning(
      `"${operation.action}" ended before anything was known to have been started at the vendor. If it was about to start something, look there for a job without a run.`
    );
    return;
  }
  const clientInputs = face.inputs.filter(({ name }) => vendor.credentials.some((one) => one.name === name));
  const client = await openClient(stage, host, readCredentials(clientInputs, env).given);
  try {
    const end = await endJobs(
      { client: client.client, cancels: host.catalog.cancels },
      [...state.earlier, state],
      { policy: state.policy, withinMs, tries: 10, sent: "unknown" }
    );
    const last = end.goingOn.at(-1);
    const said = end.said.join(" ");
    (end.failed ? log.warning : log.line)(said);
    const lead = end.failed ? "End it at the vendor, or wait for it with this step:" : "To wait for it later, use this step:";
    const { next: rest = [], snippet } = last ? goOnLater(step, env, last, lead) : {};
    for (const line of [...rest, ...snippet === void 0 ? [] : [snippet]]) log.line(line);
    const lines = [said, ...rest];
    runner.addSummary(afterword(operation.action, { lines, snippet, redact: secrets.redact }));
  } finally {
    await client.close();
  }
}
export {
  finishJobs
};
