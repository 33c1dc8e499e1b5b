/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "report/sf-prose.h"

#include <string.h>

struct _SfProse
{
  GPtrArray *spans; /* of SfSpan */
  GString *text;
};

static void
span_free (gpointer data)
{
  SfSpan *span = data;

  g_free (span->text);
  g_free (span->target);
  g_free (span->language);
  g_free (span);
}

/* Whether a page can show the text as it is: neither control characters but line ends nor the
 * separators, which begin with the bytes of U+0080 and of U+2000. */
static gboolean
is_clean (const char *text)
{
  for (const guchar *at = (const guchar *)text; *at != '\0'; at++)
    if ((*at < ' ' && *at != '\n') || *at == 0x7f || (*at == 0xc2 && at[1] < 0xa0)
        || (*at == 0xe2 && at[1] == 0x80 && (at[2] == 0xa8 || at[2] == 0xa9)))
      return FALSE;
  return g_utf8_validate (text, -1, NULL);
}

/* What a page cannot show is taken out: control characters, and what is not UTF-8. */
static char *
clean (const char *text)
{
  g_autofree char *valid = NULL;
  GString *result;

  if (is_clean (text))
    return g_strdup (text);
  valid = g_utf8_make_valid (text, -1);
  result = g_string_sized_new (strlen (valid));
  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '\t')
        g_string_append_c (result, ' ');
      else if (c == '\r' && at[1] == '\n')
        continue;
      else if (c == '\r' || c == 0x2028 || c == 0x2029 || c == 0x0b || c == 0x0c)
        g_string_append_c (result, '\n');
      else if (c == '\n' || g_unichar_type (c) != G_UNICODE_CONTROL)
        g_string_append_unichar (result, c);
    }
  return g_string_free (result, FALSE);
}

static void
add_span (SfProse *self, SfSpan span)
{
  g_autofree char *text = clean (span.text);

  if (*text == '\0')
    return;
  span.text = g_steal_pointer (&text);
  span.target = g_strdup (span.target);
  span.language = g_strdup (span.language);
  g_string_append (self->text, span.text);
  g_ptr_array_add (self->spans, g_memdup2 (&span, sizeof span));
}

SfProse *
sf_prose_new (const char *text)
{
  SfProse *self = g_new0 (SfProse, 1);

  self->spans = g_ptr_array_new_with_free_func (span_free);
  self->text = g_string_new (NULL);
  if (text != NULL)
    sf_prose_add (self, SF_SPAN_PLAIN, text);
  return self;
}

SfProse *
sf_prose_copy (const SfProse *self)
{
  SfProse *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = sf_prose_new (NULL);
  for (guint i = 0; i < self->spans->len; i++)
    add_span (copy, *(const SfSpan *)g_ptr_array_index (self->spans, i));
  return copy;
}

void
sf_prose_free (SfProse *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->spans);
  g_string_free (self->text, TRUE);
  g_free (self);
}

SfProse *
sf_prose_add (SfProse *self, SfSpanKind kind, const char *text)
{
  return sf_prose_add_in_language (self, kind, text, NULL);
}

SfProse *
sf_prose_add_in_language (SfProse *self, SfSpanKind kind, const char *text, const char *language)
{
  g_return_val_if_fail (self != NULL && text != NULL, self);
  g_return_val_if_fail (kind < SF_SPAN_CHIP, self);

  add_span (self, (SfSpan){ .kind = kind, .text = (char *)text, .language = (char *)language });
  return self;
}

SfProse *
sf_prose_add_chip (SfProse *self, SfShape shape, SfChipTone tone, const char *word)
{
  g_return_val_if_fail (self != NULL, self);
  g_return_val_if_fail (word != NULL && *word != '\0', self);

  add_span (self,
            (SfSpan){ .kind = SF_SPAN_CHIP, .text = (char *)word, .shape = shape, .tone = tone });
  return self;
}

SfProse *
sf_prose_add_link (SfProse *self, const char *text, const char *target)
{
  g_return_val_if_fail (self != NULL && text != NULL && target != NULL, self);

  add_span (self, (SfSpan){ .kind = SF_SPAN_LINK, .text = (char *)text, .target = (char *)target });
  return self;
}

/* No control characters and no space either: none belongs into an address. */
static gboolean
is_web_address (const char *address)
{
  const char *rest;

  if (g_ascii_strncasecmp (address, "http://", 7) == 0)
    rest = address + 7;
  else if (g_ascii_strncasecmp (address, "https://", 8) == 0)
    rest = address + 8;
  else
    return FALSE;
  if (*rest == '\0' || *rest == '/' || !g_utf8_validate (address, -1, NULL))
    return FALSE;
  for (const char *at = rest; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isspace (g_utf8_get_char (at)) || g_unichar_iscntrl (g_utf8_get_char (at)))
      return FALSE;
  return TRUE;
}

static gboolean
is_path_inside (const char *path)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);

  if (!g_utf8_validate (path, -1, NULL) || strpbrk (path, "\\:\n\r") != NULL)
    return FALSE;
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] == '\0' || strcmp (parts[i], ".") == 0 || strcmp (parts[i], "..") == 0)
      return FALSE;
  return parts[0] != NULL;
}

static SfProse *
add_link (SfProse *self, SfSpanKind kind, gboolean leads, const char *text, const char *target)
{
  add_span (self, (SfSpan){ .kind = leads ? kind : SF_SPAN_PLAIN,
                            .text = (char *)text,
                            .target = leads ? (char *)target : NULL });
  return self;
}

SfProse *
sf_prose_add_web_link (SfProse *self, const char *text, const char *address)
{
  g_return_val_if_fail (self != NULL && text != NULL && address != NULL, self);

  return add_link (self, SF_SPAN_WEB, is_web_address (address), text, address);
}

SfProse *
sf_prose_add_file_link (SfProse *self, const char *text, const char *path)
{
  g_return_val_if_fail (self != NULL && text != NULL && path != NULL, self);

  return add_link (self, SF_SPAN_FILE, is_path_inside (path), text, path);
}

guint
sf_prose_get_n_spans (const SfProse *self)
{
  return self->spans->len;
}

const SfSpan *
sf_prose_get_span (const SfProse *self, guint index)
{
  g_return_val_if_fail (index < self->spans->len, NULL);

  return g_ptr_array_index (self->spans, index);
}

const char *
sf_prose_get_text (const SfProse *self)
{
  return self->text->str;
}
