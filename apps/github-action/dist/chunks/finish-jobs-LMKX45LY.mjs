import {
  endJobs,
  openClient,
  waitStep
} from "./chunk-TP2ABGMQ.mjs";
import "./chunk-E4BUXB7E.mjs";
import "./chunk-N3AD5INS.mjs";
import {
  loadStep,
  readCredentials,
  snippetBlock
} from "./chunk-XOP2YSA7.mjs";
import {
  escape
} from "./chunk-HO3CGQCQ.mjs";
import "./chunk-IZ47H23L.mjs";
import "./chunk-X2PTJA4X.mjs";
import {
  creating
} from "./chunk-H7JG3SHN.mjs";
import "./chunk-2SFECZ7C.mjs";
import "./chunk-4TNTUKRT.mjs";
import "./chunk-GBW5WBB5.mjs";
import "./chunk-Z6IZFNNT.mjs";

// apps/github-action/src/summary/afterword.ts
function afterword(doing, {
  lines,
  snippet,
  redact
}) {
  const said = `**After ${escape(doing)}:** ${lines.map((line) => escape(redact(line))).join(" ")}`;
  return `${[said, "", ...snippetBlock(snippet, redact)].join("\n").trimEnd()}

`;
}

// apps/github-action/src/cancel/finish-jobs.ts
var withinMs = 45e3;
async function finishJobs(stage, state) {
  const { log, runner, env, secrets } = stage;
  const { host, vendor, face, operation } = await loadStep(state.vendor, state.step);
  if (state.id === "" || state.phase === creating) {
    log.warning(
      `"${operation.action}" ended before anything was known to have been started at the vendor. If it was about to start something, look there for a job without a run.`
    );
    return;
  }
  const clientInputs = face.inputs.filter(({ name }) => vendor.credentials.some((one) => one.name === name));
  const client = openClient(stage, host, readCredentials(clientInputs, env).given);
  try {
    const end = await endJobs(
      { client: client.client, cancels: host.catalog.cancels },
      [...state.earlier, state],
      { policy: state.policy, withinMs, tries: 10, sent: "unknown" }
    );
    const last = end.goingOn.at(-1);
    const snippet = last && waitStep(host.catalog, vendor.credentials, env, last.id);
    const lines = [...end.said, ...snippet === void 0 ? [] : ["To wait for it later, use this step:"]];
    for (const line of lines) (end.failed ? log.warning : log.line)(line);
    if (snippet !== void 0) log.line(snippet);
    runner.addSummary(afterword(operation.action, { lines, snippet, redact: secrets.redact }));
  } finally {
    await client.close();
  }
}
export {
  finishJobs
};
