import {
  fileSource
} from "./chunk-SNFYGSQE.mjs";
import "./chunk-NRE5HTXF.mjs";
import "./chunk-P2UDTX2N.mjs";
import "./chunk-IUBI2AEK.mjs";
import "./chunk-HHOMC7LC.mjs";
import "./chunk-Z6MGIYC7.mjs";
import "./chunk-POCHAAXE.mjs";
import "./chunk-F2FUFMFC.mjs";
import "./chunk-SPUPTFJP.mjs";
export {
  fileSource
};
