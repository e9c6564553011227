package org.unitlint.host.generate;

/** Writes what stands for a line of swap space: a swap unit and what pulls it in. */
record SwapUnit(Output.Writer writer, FstabLine line, String what, Crash crash) {
  /** Step "add_swap". */
  void write() {
    var name = UnitNames.ofPath(what, ".swap");
    var begun = name.flatMap(writer::unit);
    if (begun.isEmpty()) {
      return;
    }
    var unit = begun.get();
    unit.append("[Unit]\nDocumentation=man:fstab(5) man:systemd-fstab-generator(8)\n");
    unit.append("SourcePath=" + FstabGenerator.FSTAB + "\n");
    if (Units.appendBlockDevice(unit, what)) {
      unit.append("\n[Swap]\n");
      Units.append(unit, "What", what);
      Units.appendOptions(unit, line.options());
      prepare(name.get());
    }
  }

  private void prepare(String name) {
    var options = line.options();
    boolean prepared =
        Devices.writeTimeout(writer, what, options, crash)
            && (!options.has("x-systemd.makefs") || Preparation.hookUpMkswap(writer, what, name));
    if (prepared && !options.isOn("noauto", "auto")) {
      writer.depend("swap.target", options.isOn("nofail", "fail") ? "wants" : "requires", name);
    }
  }
}
