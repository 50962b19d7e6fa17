import {
  abejaHost
} from "./chunk-62BAGCBW.mjs";
import "./chunk-7MLRSG3F.mjs";
import "./chunk-E7RQ33CL.mjs";
import "./chunk-PLTFPKSW.mjs";
export {
  abejaHost
};
