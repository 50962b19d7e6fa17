import "./chunk-6J7R55FQ.mjs";
import "./chunk-ZWUGPJCZ.mjs";
import "./chunk-B56S2K3G.mjs";
import "./chunk-XCFQKHQ5.mjs";
import "./chunk-573LZVAE.mjs";
import "./chunk-FJUP5FLS.mjs";
import "./chunk-UI73M4Y7.mjs";
import "./chunk-QCTFJQAI.mjs";
import "./chunk-Q6RXWLYW.mjs";
import "./chunk-FXQ56RPS.mjs";
import "./chunk-BHVNCWOG.mjs";
import "./chunk-JLAISUVK.mjs";
import {
  fileSource
} from "./chunk-TNP7C52I.mjs";
import "./chunk-L63MDACN.mjs";
import "./chunk-Z6MGIYC7.mjs";
import "./chunk-EMTKIY3Y.mjs";
import "./chunk-42YFLU3Z.mjs";
import "./chunk-A3KLPCXF.mjs";
import "./chunk-OD34W6AC.mjs";
export {
  fileSource
};
