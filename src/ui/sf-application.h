/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-window.h"

G_BEGIN_DECLS

/**
 * SfApplication:
 *
 * The program: one instance, one window for each centre file.
 */
#define SF_TYPE_APPLICATION (sf_application_get_type ())
G_DECLARE_FINAL_TYPE (SfApplication, sf_application, SF, APPLICATION, AdwApplication)

SfApplication *sf_application_new (void);
/* the program's settings; NULL where the schema is not installed */
GSettings *sf_application_get_settings (void);

/* What a window asks: the file comes into @window if that still shows the first page, otherwise
 * into a window of its own. A file that is open already is presented. */
void sf_application_open_path (SfWindow *window, const char *path);
void sf_application_choose_file (SfWindow *window);
void sf_application_open_example (SfWindow *window);
void sf_application_create_centre (SfWindow *window, const char *name, const char *framework_id);

G_END_DECLS
