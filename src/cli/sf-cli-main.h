/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Does what the command line, without the program's name, says; gives the exit code. */
int sf_cli_main (char **line);

G_END_DECLS
