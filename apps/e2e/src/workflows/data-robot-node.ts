import { ourNode } from './our-node.ts';

/** The name of the node that {@link dataRobotNode} makes. */
export const dataRobotNodeName = 'DataRobot';

export const dataRobotNode = ourNode({
  name: dataRobotNodeName,
  type: 'n8n-nodes-datarobot.dataRobot',
  credentialType: 'dataRobotApi',
});
