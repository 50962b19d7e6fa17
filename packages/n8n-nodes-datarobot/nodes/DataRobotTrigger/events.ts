export { dataRobotEvents as catalog } from '@modelferry/datarobot';
