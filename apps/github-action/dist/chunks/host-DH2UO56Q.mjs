import {
  predictionOneHost
} from "./chunk-Z5R75BB2.mjs";
import "./chunk-RRKBGGTF.mjs";
import "./chunk-LPHI3OV4.mjs";
import "./chunk-QJUKXC2M.mjs";
export {
  predictionOneHost
};
