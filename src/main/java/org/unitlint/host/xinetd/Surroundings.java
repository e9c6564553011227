package org.unitlint.host.xinetd;

import org.unitlint.host.Accounts;
import org.unitlint.host.Programs;
import org.unitlint.source.FileTree;

/** What xinetd sees of its machine besides its own files. */
record Surroundings(
    FileTree tree, Programs programs, Accounts accounts, NetNames names, XinetdSetup setup) {}
