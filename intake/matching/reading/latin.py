"""How Latin letters sound in the languages names come from: see spellings.py."""

_LETTERS = """
a=a b=b c=kc d=d e=e f=f g=g h=h_ i=i j=JZyx k=k l=l m=m n=n o=o p=p q=kCqg r=r s=sz t=t u=u v=v
w=wv x=kxS.s_ y=yi z=zcs ç=Cs ş=S š=S ś=S ș=S ž=Z ż=Z ź=z č=C ć=C ğ=_Gyw ţ=c ț=c ł=lw đ=Jd ð=D þ=T
ı=i ñ=n ń=n ň=n æ=ae ø=oe œ=e ß=s ə=ea å=oa ö=oe ü=u ó=ou ř=r.Z_ ň=n ě=y_.e ą=o.n_ ę=e.n_ ë=e_
ă=ae â=ai ő=oe ű=u ķ=k ģ=g ļ=l ņ=n ĝ=J ĉ=C ĵ=Z ĥ=x ḥ=h ḩ=h ṭ=t ḍ=d ṣ=s ẓ=z ḏ=Dd ṯ=T ḵ=x ẖ=x ġ=Gg
"""

_DIGRAPHS = """
schtsch=S.C shch=S.C_ szcz=S.C_ stsch=S.C_ tsch=C dsch=J tch=C tsh=C drz=J.z_ trz=C.z_ ch|i=CktS
sh|i=Ss dzh=J dsh=J sch=Ss._kx sh=S ch=CSxk cch=kC ck=k ck|a=_c.k ck|i=_c.k cz=C cs=C sz=sS zh=ZCJ
zs=Z kh=xk gh=Gg_ dh=Dd th=Ttzf ph=f bh=bv.h_ jh=J rh=r.h_ lh=l.h_ nh=n.h_ wh=wv.h_ xh=J ts=_t.cs
tz=_t.czs tts=_t.cs ttz=_t.czs dham=d.h_.a.m zz=czJ dj=J dž=J dż=J dź=J dz=_d.zcJ gj=Jg.y_ sj=S
tj=Ct.y_ tc=_t.cC kj=kS.y_ skj=S.y_ hj=y qu=k.wv_ cqu=k.wv_ gn=g_.n gl|i=g_.l ng|$=n.g_ ngh=n.g_
ll=ly lj=l.yJZ_ nj=n.yJZ_ ch|r=kxC ch|l=kxC ch|n=kxC ch|m=kxCS ch|t=xkCS ch|ae=kxC ch|s=xkC
psh=p.S tx=C sk|ö=sS.k_ rz=rZS.zc_ rz|$=r.cZ pf=p_.f dt=t.d_ wr=wv_.r kn=k.n ^kn=k_.n ^ps=p_.s
^gn=g_.n ^pt=p_.t ^mc=m.a_.k ^mcc=m.a_.k mb|$=m.b_ dg|e=J dg|i=J x|$=k.s_ ^x=kSxgz.sz_ ^x|i=Sskx
^x|u=Sskx oî=ouw.iay aî=e.yi_ ão=a.no_ ^j=JyZx eau=o eaux|$=o au=ao.uwv_ ou=uwo oo=uow ee=iey aa=a
uu=u ea=ei.a_ ie=i.e_ ei=eai.yi_ ai=ae.yi_ ay=ae.yi ey=ei.yi_ oi=ouw.iay oy=ouw.iay oe=oeu.e_
ae=ae.e_ ue=u.e_ eu=eo.uyviw_ eo=e_.o ij=ie.yJ_ uy=ua.yi ui=ua.iy ew=eyi.uw aw=ao.wv_ ow=oa.wv_
igh|t=ai.yi_ ough=oau.fg_ augh=ao.fg_ e|$=e_ es|$=e_.sz_
"""

_SOFT = """
c|e=sCcJ c|i=sCcJ c|y=sCc g|e=gJxZ g|i=gJxZ g|y=gJd sc|e=sS.Cc_ sc|i=sS.Cc_ cc|e=C.s_ cc|i=C.s_
gg|e=gJ gg|i=gJ ci|a=sCc.i_ ci|o=sCc.i_ ci|u=sCc.i_ gi|a=Jg.i_ gi|o=Jg.i_ gi|u=Jg.i_ gu|e=g.w_
gu|i=g.w_ ti|o=tcS.i_ ti|a=tc.i xc|e=ks.sC_ q|i=Ckc
"""

_ENDINGS = """
ault|$=o._l._t aud|$=o.d_ aux|$=o ot|$=o.t_ et|$=e.t_ nt|$=n.t_ nd|$=n.d_ rt|$=r.t_
oit|$=ouw.iay.t_ aut|$=ao.uwv_.t_ oît|$=ouw.iay.t_ aît|$=e.t_ ait|$=ae.yi_.t_ ier|$=i.e.r_
at|$=a.t_ vs|$=v.sz_ us|$=u.sz_ is|$=i.sz_ rd|$=r.d_ iers|$=i.e.r_.s_ eault|$=o._l._t ew|sk=e.v
ew|cz=e.v ew|ic=e.v ew|it=e.vw jew=JyZx.e.vw ow|sk=o.v ow|ic=o.v ow|it=o.vw sh|ausen=s.h_
sh|eim=s.h_ sh|of=s.h_ th|eim=t.h_ th|ard=t.h_ th|of=t.h_ fath|a=f.a.t.h fath|i=f.a.t.h
fath|y=f.a.t.h feth|i=f.e.t.h medhat=m.e.d.h.a.t ais|$=ae.yi_.s_ ois|$=ouw.iay.s_ oux|$=u._k._s
eux|$=eo._k._s oix|$=ouw.iay._k._s aix|$=e.k_.s_ es|n=e.s_ des|c=d.e.s_ des|m=d.e.s_ des|l=d.e.s_
des|j=d.e.s_ des|p=d.e.s_ ouill=uw.yl aill=a.yl eill=ei.yl eill|$=i.l jo|$=Jxy.o jos|$=Jxy.o.s
^jesu=Jxy.e.s.u ^jesú=Jxy.e.s.u ^josu=Jxy.o.s.u ^juan=Jxy.u.a.n ^jose=Jxy.o.s.e_
^josé=Jxy.o.s.e ^jorge=Jxy.o.r.Jxy.e ^joaqu=Jxy.o.a.k ^javier=Jxy.a.v.i.e.r_
^jimen=Jxy.i.m.e.n ujill=u.Jxy.i.ly ejo=e.Jxy.o
^cv=ck.v ^cm=ck.m ść=sS.ctC ści|a=sS.ctC.i_ ści|o=sS.ctC.i_ ści|u=sS.ctC.i_ ^giann=Jyg.i_.a.n
^giorg=Jyg.i_.o.r.gJ ^jy=yJ.ui champs|$=SC.ao.nm._p._s
ius|$=i.u_.s_ ieu|$=i.eo tth=tT cq|$=k nb=nm.b nm=nm_.m ngx=n.g_.Sskx nx|i=n.Sskx
"""


def _by_neighbours() -> str:
    """J, h and ng as they are read before or after vowels."""
    found = []
    for vowel in "aeiou":
        found += [f"{vowel}j={vowel}.yJZ", *(f"{vowel}j|{v}={vowel}.JyZx" for v in "aeiou")]
        found += [f"{vowel}y|{v}={vowel}.yi" for v in "aeiou"]
        found += [f"h|{vowel}=h", f"^h|{vowel}=h_"]
    found += [f"ng|{consonant}=n.g_" for consonant in "bcdfghjklmnpqrstvwxyz"]
    return " ".join(found)


LATIN = " ".join((_LETTERS, _DIGRAPHS, _SOFT, _ENDINGS, _by_neighbours()))
