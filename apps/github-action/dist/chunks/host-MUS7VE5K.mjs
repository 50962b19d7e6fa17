import {
  abejaHost
} from "./chunk-EG6Y7HZB.mjs";
import "./chunk-RRKBGGTF.mjs";
import "./chunk-LPHI3OV4.mjs";
import "./chunk-QJUKXC2M.mjs";
export {
  abejaHost
};
