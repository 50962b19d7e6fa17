import {
  InputError
} from "./chunk-VDHEZRE2.mjs";

// packages/datarobot/src/client/scoring-host.ts
function scoringHost(deployment, { endpoint, portableUrl, dataRobotKey }) {
  if (portableUrl !== void 0) return { kind: "portable", root: rootOf(portableUrl, "portableUrl") };
  if (deployment?.predictionEnvironment?.platform === "datarobotServerless") {
    return { kind: "serverless", root: endpoint };
  }
  if (endpoint.includes("datarobot-nginx")) {
    return { kind: "cluster", root: `http://datarobot-prediction-server:80${version}` };
  }
  const server = deployment?.defaultPredictionServer;
  if (!server?.url) {
    throw new InputError([
      {
        field: "deploymentId",
        problem: `names a deployment (${deployment?.id}) without a prediction server`,
        remedy: "Give it one in DataRobot, or give the URL of a portable prediction server."
      }
    ]);
  }
  const root = rootOf(server.url, "deploymentId");
  return {
    kind: "dedicated",
    root: root.endsWith(version) ? root : `${root}${version}`,
    dataRobotKey: dataRobotKey ?? server.dataRobotKey
  };
}
var version = "/predApi/v1.0";
function rootOf(url, field) {
  const text = url.trim();
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) {
    const remedy = "Give one that starts with https:// or http://.";
    throw new InputError([{ field, problem: "leads to a prediction server whose URL is none", remedy }]);
  }
  const { origin, pathname } = new URL(text);
  return `${origin}${pathname.replace(/\/+$/, "")}`;
}

export {
  scoringHost
};
