import {
  abejaHost
} from "./chunk-2BQPLDF5.mjs";
import "./chunk-3TW3HCV5.mjs";
import "./chunk-WTLKQS7A.mjs";
import "./chunk-VDHEZRE2.mjs";
export {
  abejaHost
};
