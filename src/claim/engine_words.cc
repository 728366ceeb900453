#include "claim/engine_words.h"

namespace paraph {

EngineWords::EngineWords(Vocabulary& v)
    : of(v.intern("of")), to(v.intern("to")), with(v.intern("with")), from(v.intern("from")), in(v.intern("in")), into(v.intern("into")), by(v.intern("by")),
      for_(v.intern("for")), between(v.intern("between")), against(v.intern("against")), after(v.intern("after")), at(v.intern("at")), on(v.intern("on")),
      over(v.intern("over")), via(v.intern("via")), than(v.intern("than")), towards(v.intern("towards")), within(v.intern("within")),
      throughout(v.intern("throughout")), inside(v.intern("inside")), through(v.intern("through")), the(v.intern("the")), a(v.intern("a")), an(v.intern("an")),
      and_(v.intern("and")), or_(v.intern("or")), but(v.intern("but")), while_(v.intern("while")), whereas(v.intern("whereas")), which(v.intern("which")),
      who(v.intern("who")), where(v.intern("where")), both(v.intern("both")), its(v.intern("its")), their(v.intern("their")), our(v.intern("our")),
      comma(v.intern(",")), semicolon(v.intern(";")), colon(v.intern(":")), period(v.intern(".")), open(v.intern("(")), close(v.intern(")")),
      quote(v.intern("\"")), dash(v.intern("-")), slash(v.intern("/")), ampersand(v.intern("&")), apostrophe(v.intern("'")), possessive(v.intern("'s")),
      total(v.intern("total")), provisional(v.intern("provisional")), provisionally(v.intern("provisionally")), exports(v.intern("exports")),
      export_(v.intern("export")), imports(v.intern("imports")), import_(v.intern("import")), that(v.intern("that")), same(v.intern("same")), day(v.intern("day")), date(v.intern("date")),
      anniversary(v.intern("anniversary")), decades(v.intern("decades")), not_(v.intern("not")), whose(v.intern("whose")), each(v.intern("each")), they(v.intern("they")),
      them(v.intern("them")), these(v.intern("these")), this_(v.intern("this")), together(v.intern("together")), party(v.intern("party")), parties(v.intern("parties")), followed(v.intern("followed")),
      met(v.intern("met")), since(v.intern("since")), agreed(v.intern("agreed")), according(v.intern("according")),
      constant(v.intern("constant")), he(v.intern("he")), she(v.intern("she")), force(v.intern("force")) {}

}  // namespace paraph
