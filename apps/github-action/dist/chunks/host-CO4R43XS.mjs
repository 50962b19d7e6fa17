import {
  dataRobotHost
} from "./chunk-CGOIN3H7.mjs";
import "./chunk-GQT7H54P.mjs";
import "./chunk-7NDWKY27.mjs";
import "./chunk-MIXEX6VU.mjs";
export {
  dataRobotHost
};
