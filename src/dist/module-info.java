/** The whole program as one module, for the image: what it needs of the JDK, and which parts are found by name. */
open module org.unitlint {
  requires java.logging;
  requires java.xml;
  requires jdk.unsupported;

  exports org.unitlint.cli;

  uses org.eclipse.elk.core.data.ILayoutMetaDataProvider;

  provides org.eclipse.elk.core.data.ILayoutMetaDataProvider with
      org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
}
