/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-framework-edition.h"

SF_RECORD_DEFINE (SfFrameworkEdition,
                  sf_framework_edition,
                  SF_FRAMEWORK_EDITION,
                  SF_FRAMEWORK_EDITION_COLUMNS,
                  "framework",
                  N_ ("a framework"))

/**
 * sf_framework_edition_get_contents:
 * @self: a framework as the workbook keeps it
 *
 * Reads the framework at the first call and keeps it: an edition never changes.
 *
 * Returns: (transfer none) (nullable): the framework; %NULL, with a warning in the log, if what
 *   the workbook holds is no framework
 */
SfFramework *
sf_framework_edition_get_contents (SfFrameworkEdition *self)
{
  static GQuark quark;
  g_autoptr (GError) error = NULL;
  SfFramework *framework;

  g_return_val_if_fail (SF_IS_FRAMEWORK_EDITION (self), NULL);

  if (quark == 0)
    quark = g_quark_from_static_string ("sf-framework-contents");
  framework = g_object_get_qdata (G_OBJECT (self), quark);
  if (framework != NULL || sf_framework_edition_get_xml (self) == NULL)
    return framework;
  framework = sf_framework_new_from_bytes (sf_framework_edition_get_xml (self),
                                           sf_framework_edition_get_identifier (self), &error);
  if (framework == NULL)
    g_warning ("a framework kept in the workbook cannot be read: %s", error->message);
  else
    g_object_set_qdata_full (G_OBJECT (self), quark, framework, g_object_unref);
  return framework;
}
