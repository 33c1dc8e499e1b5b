/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sf-text.h"
#include "model/sf-evidence-order.h"
#include "model/sf-retention.h"
#include "ui/sf-evidence-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a row of evidence says. */

#define MAX_CODES 6
#define MAX_ENDING 5

void
sf_evidence_text_clear (SfEvidenceText *self)
{
  g_free (self->title);
  g_free (self->line);
  g_free (self->use);
  g_free (self->ending);
  g_free (self->digest);
  memset (self, 0, sizeof *self);
}

/* An icon by what a file is; its media type is what its ending says, so it may be anything. */
static const char *
icon_of_file (const char *type)
{
  static const struct
  {
    const char *part;
    const char *icon;
  } known[] = {
    { "image/", "image-x-generic-symbolic" },
    { "video/", "video-x-generic-symbolic" },
    { "audio/", "audio-x-generic-symbolic" },
    { "spreadsheet", "x-office-spreadsheet-symbolic" },
    { "ms-excel", "x-office-spreadsheet-symbolic" },
    { "csv", "x-office-spreadsheet-symbolic" },
    { "presentation", "x-office-presentation-symbolic" },
    { "powerpoint", "x-office-presentation-symbolic" },
    { "pdf", "x-office-document-symbolic" },
    { "opendocument.text", "x-office-document-symbolic" },
    { "wordprocessing", "x-office-document-symbolic" },
    { "msword", "x-office-document-symbolic" },
    { "rfc822", "mail-unread-symbolic" },
    { "zip", "package-x-generic-symbolic" },
  };

  for (guint i = 0; type != NULL && i < G_N_ELEMENTS (known); i++)
    if (strstr (type, known[i].part) != NULL)
      return known[i].icon;
  return "text-x-generic-symbolic";
}

/* "PDF" of "Survey 2026.pdf"; NULL where what follows the dot is no ending. */
static char *
dup_ending (const char *name)
{
  const char *dot = name != NULL ? strrchr (name, '.') : NULL;
  gsize length = dot != NULL && dot != name ? strlen (dot + 1) : 0;

  if (length == 0 || length > MAX_ENDING)
    return NULL;
  for (const char *p = dot + 1; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p))
      return NULL;
  return g_ascii_strup (dot + 1, -1);
}

static void
describe_file (SfEvidenceText *self, SfModel *model, SfEvidence *evidence)
{
  g_autoptr (GPtrArray) files = sf_model_list_attachments (model, evidence);

  if (files->len > 0)
    {
      self->digest = g_strdup (sf_attachment_get_digest (files->pdata[0]));
      self->icon = icon_of_file (sf_attachment_get_media_type (files->pdata[0]));
      self->ending = dup_ending (sf_attachment_get_name (files->pdata[0]));
    }
  else if (!sf_text_is_blank (sf_evidence_get_web_link (evidence)))
    self->icon = "web-browser-symbolic";
  else if (!sf_text_is_blank (sf_evidence_get_place (evidence)))
    self->icon = "folder-documents-symbolic";
  else
    self->icon = "dialog-question-symbolic";
}

static char *
describe_use (SfEvidenceIndex *index, SfEvidence *evidence)
{
  g_autoptr (GPtrArray) codes = sf_evidence_index_list_codes (index, evidence);
  g_autoptr (GString) text = g_string_new (NULL);

  if (codes->len == 0)
    return g_strdup (_ ("Not used yet"));
  for (guint i = 0; i < MIN (codes->len, MAX_CODES); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", (char *)codes->pdata[i]);
  if (codes->len > MAX_CODES)
    g_string_append_printf (text, _ (" and %u more"), codes->len - MAX_CODES);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_mark (SfEvidenceText *self, SfShape shape, SfTone tone, const char *word)
{
  self->marks[self->n_marks].shape = shape;
  self->marks[self->n_marks].tone = tone;
  self->marks[self->n_marks].word = word;
  self->n_marks++;
}

static void
describe_marks (SfEvidenceText *self, SfEvidenceIndex *index, SfEvidence *evidence)
{
  SfEvidenceLack lack = sf_evidence_index_get_lack (index, evidence);

  if (sf_evidence_is_due_for_deletion (evidence, sf_evidence_index_get_today (index)))
    add_mark (self, SF_SHAPE_CROSS, SF_TONE_POOR, _ ("Due for deletion"));
  if (lack == SF_EVIDENCE_MISSING)
    add_mark (self, SF_SHAPE_DOTTED_RING, SF_TONE_WARN, _ ("Missing"));
  else if (lack == SF_EVIDENCE_LOOK_AGAIN)
    add_mark (self, SF_SHAPE_HALF_DISC, SF_TONE_WARN, _ ("Look again"));
  if (g_strcmp0 (sf_evidence_get_sensitivity (evidence), "restricted") == 0)
    add_mark (self, SF_SHAPE_CROSSED_RING, SF_TONE_NONE, _ ("Restricted"));
  if (sf_evidence_get_retired_at (evidence) != SF_NULL_INT)
    add_mark (self, SF_SHAPE_DASH, SF_TONE_NONE, _ ("Off the list"));
}

/**
 * sf_evidence_text_describe:
 * @self: (out caller-allocates): cleared with sf_evidence_text_clear()
 */
void
sf_evidence_text_describe (SfEvidenceText *self, SfEvidenceIndex *index, SfEvidence *evidence)
{
  memset (self, 0, sizeof *self);
  self->title = g_strdup (sf_evidence_get_title (evidence));
  self->line = sf_evidence_to_text (evidence);
  self->use = describe_use (index, evidence);
  self->unused = sf_evidence_index_count_statements (index, evidence) == 0;
  describe_file (self, sf_evidence_index_get_model (index), evidence);
  describe_marks (self, index, evidence);
}

char *
sf_evidence_text_to_name (const SfEvidenceText *self)
{
  GString *name = g_string_new (self->title);

  g_string_append_printf (name, ", %s, %s", self->line, self->use);
  for (guint i = 0; i < self->n_marks; i++)
    g_string_append_printf (name, ", %s", self->marks[i].word);
  return g_string_free (name, FALSE);
}

char *
sf_evidence_text_tell_retired (GPtrArray *evidence, gboolean back)
{
  const char *format;

  if (evidence->len == 1)
    return g_strdup_printf (back ? _ ("“%s” is back on the list.")
                                 : _ ("“%s” was taken off the list."),
                            sf_evidence_get_title (evidence->pdata[0]));
  format = back ? g_dngettext (GETTEXT_PACKAGE, "%u piece of evidence is back on the list.",
                               "%u pieces of evidence are back on the list.", evidence->len)
                : g_dngettext (GETTEXT_PACKAGE, "%u piece of evidence was taken off the list.",
                               "%u pieces of evidence were taken off the list.", evidence->len);
  return g_strdup_printf (format, evidence->len);
}
